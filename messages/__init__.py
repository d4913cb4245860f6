"""The nouns of Straatbot: what is said, when, and what it is about.

Nothing here reads a file, opens a connection or knows a platform. The words:

- **Platform**: Telegram, WhatsApp or the playground. **Chat**: one place there where the bot can speak.
- **Street**: what a community shares; it owns chats, content, a time zone and a language.
- **Resident** asks, **street contact** speaks for one street, **organiser** steers all streets.
- **Content item**: an FAQ entry, event, announcement or urgent answer; draft, published or retired.
- **Schedule** and **occurrence**: when an announcement repeats, and one due moment of it.
- **Incoming** and **reply**: one thing heard, and what the bot says back, before any markup.
- **Delivery**: one reply to one chat, on its way through the outbox.
"""
