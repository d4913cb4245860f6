"""WhatsApp through Twilio: one-to-one only, because no Twilio number can be in a WhatsApp group.

https://www.twilio.com/docs/whatsapp/best-practices-and-faqs
"""

from bot.platforms.whatsapp.adapter import WhatsAppAdapter

__all__ = ["WhatsAppAdapter"]
