# What the street bot says, in plain English. The same names and variables as in nl.ftl; a test holds it to that.

## Who I am

greeting =
    Hi! I am the street bot{ $street ->
        [none] { "" }
       *[other] {" "}for **{ $street }**
    }. I am a bot. Not a person, and not an adviser.

    Just ask your question about your home and natural gas. Type **agenda** to see what is on. Type **help** to see what else I can do.

    If I do not know something, I keep your question without your name. Want to know more? Type **privacy**.
greeting-contact =
    { $note ->
        [none] Rather talk to a person? Ask **{ $name }**, the street contact.
       *[other] Rather talk to a person? Ask **{ $name }** ({ $note }).
    }
greeting-you-are-contact = You are the street contact here. Type **help** to see what I can do for you.
greeting-you-are-organiser = You are an organiser. Type **help** to see what I can do for you. Is it about one street? Then put its name behind your question.
hello = Hi! I am the street bot. I am a bot and I help neighbours to stop using natural gas together.
help =
    This is what I can do for you:

    - Just ask your question. In a group, put **/ask** before it, or say my name.
    - **/events**: what is on
    - **/contact**: who your street contact is
    - **/idea** and then your idea: I pass it on to your street contact
    - **subscribe** or **stop**: messages from your street or not, in this chat with me
    - **/mute** 7: no messages for seven days
    - **/language**: another language
    - **/privacy**, **/mydata**, **/forget**: about your data

    I am a bot. I do not give personal advice.
help-contact =
    For you as street contact:

    - **/plan**: what I will say in the next two weeks
    - **/new** and then a line: a new message or a new event
    - **/questions**: questions that I could not answer
    - **/remember**, as a reply to a good message: from then on I know it myself
    - **/pause** and **/resume**: I say nothing by myself for a while, or do so again
    - **/cancel** and the name: an event does not take place
    - **/move** energy café to Thu 17 Dec 19:30: another time or place
    - **/forward**: a text to pass on to your WhatsApp group
    - **/link** street, in a group: this group belongs to that street
help-organiser =
    For you as organiser:

    - **/new** lindelaan, eikenlaan: or **/new** all streets: and then the line
    - **/pause** all and **/resume** all: the emergency brake
    - **/link** street, in a group: links the group at once
    - **/link** street, here: an invitation for a new street contact
only-text = I can only read text. Could you write it down?
welcome-back = You are welcome! Another question? Just ask.
unclear = Sorry, that was not clear. Tell me in a few words what you want to know. Then I will try again.
wants-to-die = I am so sorry that you feel like this. I am only a bot. Please talk with a person now: call 113. That is free, day and night. Or chat at 113.nl. Is there danger right now? Call 112.
down = I am sorry that you feel like this. I am only a bot: a person listens better. De Luisterlijn is there day and night, also if you only want to talk: 088 0767 000.
here = Yes, I am here. Just ask your question.
worried = I understand. You need not find out all by yourself. What are you worried about?
laughing = Haha! You can always ask.
sighing = Not getting any further? Tell me in a few words what you want to know.
cross = I see that you are annoyed. Would you like to talk with a person?
coming =
    Nice! I keep no list myself.{ $contact ->
        [none] { "" }
       *[other] {" "}Please tell { $contact }.
    }
not-coming =
    A pity, another time then. I keep no list myself.{ $contact ->
        [none] { "" }
       *[other] {" "}Had you signed up? Then please tell { $contact }.
    }
no-list =
    I do not know: I keep no list of who is coming.{ $contact ->
        [none] { "" }
       *[other] {" "}Ask { $contact }.
    }
leaving = Bye! You can always ask.
bare-answer-which = Which one do you mean? Press it, or type its number.
one-at-a-time = I can do one at a time. Which one first? Press it, or type its number.
not-done-yet = Please note: I have not done anything yet. What do you choose?
bare-answer = What is that an answer to? Just ask your question in words.
number-without-choices = There is nothing to choose right now. Just ask your question in words.
ask-away = Go ahead! Put your question after /ask. For example: /ask is a heat pump noisy?
command-unknown = I do not know that command. Type **help** to see what I can do. Or just ask your question.
not-there-yet =
    I cannot do **{ $command }** yet. It is being worked on.{ $contact ->
        [none] { "" }
       *[other] {" "}Until then, tell { $contact }, your street contact.
    }
not-allowed =
    Only { $role ->
        [organiser] an organiser
       *[other] the street contact
    } can do that. Who is that? Type **contact**.
some-street = your street
some-town = your municipality
yes = Yes
no = No
and = and
everybody = everybody

## Questions and answers

suggest =
    { $count ->
        [one] Do you mean this?
       *[other] Do you mean one of these questions?
    }
suggest-none = No, something else
suggest-private = Is it about money worries or something else personal? Then send me a private message. Nobody else reads that.
unknown = I do not know that.
unknown-no-contact = Maybe one of your neighbours does.
unknown-organiser = Do you know it? Type **/remember**, the question and your answer. Then I will know it as well.
pass-ask =
    I will pass your question on to { $to ->
        [organiser] the organiser
       *[contact] { $name ->
            [none] the street contact
           *[other] **{ $name }**, the street contact
        }
    }, without your name. Is that all right?
pass-yes = Yes, pass it on
pass-refused = All right, I pass nothing on.
passed =
    Passed on to { $to ->
        [organiser] the organiser
       *[contact] { $name ->
            [none] the street contact
           *[other] { $name }
        }
    }, without your name. The answer will come here.
passed-withdraw = No longer want to know? Type **never mind**.
idea-how = Do you have an idea for your street? Type **/idea** and then your idea, such as: **/idea** a bench on the corner.
idea = Idea: { $text }
idea-stays = Thank you for your idea! I cannot pass it on myself.
idea-ask =
    Thank you! I will pass your idea on to { $to ->
        [organiser] the organiser
       *[contact] { $name ->
            [none] the street contact
           *[other] **{ $name }**, the street contact
        }
    }, without your name. Is that all right?
never-mind = All right. You can always ask.
question-withdrawn = All right, I have withdrawn this question: “{ $question }”
question-waits = All right. This question still waits for an answer: “{ $question }” Do you want to withdraw it?
question-withdraw = Withdraw
question-leave = Keep it
declined-withdrawing = All right, I will keep that question.
answer-source =
    { $checked ->
        [none] _Source: { $source }._
       *[other] _Source: { $source }, checked { $checked }._
    }
answer-expired =
    { $source ->
        [none] _Please note: this answer may be old. Check it before you decide anything._
       *[other] _Please note: this answer may be old. Before you decide anything, look at_ { $url ->
            [none] _{ $source }._
           *[other] [{ $source }]({ $url }).
        }
    }
only-dutch = Sorry, I can say this only in Dutch:
danger-above = Danger? Do now what it says above, at { $time }. Call: **{ $numbers }**.
said-above = See my answer of { $time } above.
answer-wrong = Not right
objected = Sorry, then I misunderstood you. Please ask again, in other words.
objected-gone = Sorry, then I misunderstood you. I took my answer away. Please ask again, in other words.
not-that = Sorry. What do you mean then?
objected-enough = You found five answers not right today. Shall we have somebody talk with you?
objected-told = In { $street } somebody found my answer not right. The question was: “{ $question }” I took my answer away.
objected-told-stays = In { $street } somebody found my answer not right. The question was: “{ $question }” I could not take my answer away.
private-offer = I am glad to help you with that, without everybody reading along. Tap below:
private-here = Nobody else reads this. What would you like to know?
private-please = I am glad to help you with that, without everybody reading along. Send me a private message.
private-link = Ask me in private
choice-unknown = That button no longer works. Just ask your question again.

## Danger, where the answer is in another language

danger-gas = **Do you smell gas?** Open the windows. No fire, no lights, no switches or doorbell. Everybody outside. From there call **0800-9009**, or **112** if there is danger to life.
danger-koolmonoxide = **Carbon monoxide can kill.** Everybody outside at once. From there call **112**. Do not go back in. Tell them if anyone has a headache or feels sick.
danger-brand = **Fire, smoke or sparks?** Everybody outside, close the door, do not use the lift. From there call **112**. Do not put it out yourself. Can you not get out? Close the door, go to a window, call **112**. Do not touch anyone who is in contact with electricity: switch it off first.

## Contact

contact =
    { $note ->
        [none] Ask **{ $name }**, the street contact.
       *[other] Ask **{ $name }** ({ $note }).
    }
contact-or =
    { $note ->
        [none] Or ask **{ $name }**, the street contact.
       *[other] Or ask **{ $name }** ({ $note }).
    }
contact-is-you = That is you: the contact of { $street }. Are you stuck? Ask the organiser.
no-contact = There is no street contact for { $street } yet. Something for you? Tell the organiser.

## Agenda

agenda = **What is on: { $street }**
agenda-empty = Nothing is planned yet for { $street }. Do you have an idea? Tell your street contact.
agenda-not-then = There is nothing on the agenda then. This comes first:
meeting-more = Is your answer not in there? Ask { $name }.
reminder = **{ $title }**: { $when }{ $place ->
        [none] { "" }
       *[other] , { $place }
    }. Cannot make it? Please tell your street contact.
signature = _You get this because you signed up for { $street }. No more messages? Type **stop**._
elsewhere =
    In this group I talk about { $street }. A question about { $other }? { $contact ->
        [none] There is no street contact there yet.
       *[other] Ask { $contact }, the street contact there.
    }
elsewhere-private =
    I am talking with you about { $street }. A question about { $other }? { $contact ->
        [none] There is no street contact there yet.
       *[other] Ask { $contact }, the street contact there.
    } Or do you live there yourself?
elsewhere-move = Yes, I live there

## Plan

plan = **What I will say in the next two weeks: { $street }**
plan-empty = In the next two weeks I will say nothing of my own accord. Street: { $street }.
plan-more =
    { $count ->
        [one] and one more message
       *[other] and { $count } more messages
    }
plan-announcement = message
plan-event = invitation
plan-reminder = reminder
plan-moved = moved
plan-dropped = will not be sent
reason-quiet_hours = quiet hours
reason-weekly_limit = enough messages that week
reason-expired = too late
reason-paused = paused
reason-busy = people are talking

## Open questions, for the street contact and the organiser

questions-new = Somebody asked something that I did not know. It is about { $street }. Type **/questions** to see it.
questions-show = Show the questions
questions = **This I did not know**
questions-none = There are no open questions. Nice!
questions-line =
    { $number }\. “{ $text }”{ $count ->
        [one] { "" }
       *[other] {" "}(asked { $count } times)
    }{ $street ->
        [none] { "" }
       *[other] {" "}· { $street }
    }
questions-more =
    { $count ->
        [one] There is one other question.
       *[other] There are { $count } other questions.
    }
questions-hidden =
    { $count ->
        [one] One question was not passed on. I do not show it.
       *[other] { $count } questions were not passed on. I do not show them.
    }
questions-how =
    To answer, type **answer 1:** and then your answer. It goes to everybody who waits for it.

    Do I have the answer already? Type **1 is** and the name of that answer. Would you rather not answer? Type **leave 1**.
proposals =
    { $count ->
        [one] One proposal for a new answer waits for your yes.
       *[other] { $count } proposals for new answers wait for your yes.
    }
phrasings =
    { $count ->
        [one] One new sentence: learn it?
       *[other] { $count } new sentences: learn them?
    }
phrasings-show = Show the sentences
phrasings-ask = This is how residents asked it as well. Shall I remember that?
phrasing-line = “{ $text }” belongs to: { $entry }
phrasings-yes = Yes, learn them
phrasings-no = No, away with them
phrasings-none = There are no sentences that I can safely learn.
phrasings-refused = All right, I do not learn them.
phrasings-kept =
    { $count ->
        [0] These sentences are too much like another question. I do not learn them.
        [one] One sentence learned.
       *[other] { $count } sentences learned.
    }
proposals-show = Show the proposal
answer-number = Answer { $number }
answer-type = What is your answer to “{ $question }”? Type it here. I will show it to you first. Rather not? Type **never mind**.
answer-told-back = This is what I send to whoever asked:
answer-send = Send
answer-away = Do not send
answer-not-sent-yet = Please note: your answer has not been sent yet. Shall I send it?
answer-not-sent = All right, I do not send it. Type /questions for the list.
answer-sent =
    { $count ->
        [0] Nobody waits for this answer any more. The question is off the list.
        [one] Sent to one chat. The question is off the list.
       *[other] Sent to { $count } chats. The question is off the list.
    }
answer-left = All right, that question is off the list.
answer-gone = That question is no longer on the list. Type /questions for the newest one.
answer-list-first = Type /questions first. Then you see which number belongs to which question.
answer-no-entry = I know no answer with this name: { $entry }.
answer-you-asked = You asked: “{ $question }”
answer-from =
    { $name ->
        [none] **Answer from the organiser:**
       *[other] **Answer from { $name }:**
    }

## Remembering

remember-how =
    This is how you keep a good answer: reply to that message in the group. Type **/remember** and the question after it.

    Or type all of it at once: **/remember** question? answer. For example: **/remember** May my shed join too? Yes, it may.
remember-which = Which question does this answer belong to? Reply to that message again with **/remember** and the question after it.
remember-this = Remember this answer
remember-there = I have an answer to that question already. It is called { $entry }.
remember-bad = I cannot keep it like this: { $problem }
remember-proposed = Thank you! I propose it to the organiser. After a yes I will know it by myself.
remember-ask =
    Shall I give this answer myself from now on?{ $source ->
        [none] { "" }
       *[other] {" "}It comes from: { $source }.
    }
remember-yes = Yes, keep it
remember-kept = Kept. From now on I answer: { $question } It is called { $entry }.
remember-refused = All right, I do not keep it.
remember-decided = That has been decided already.
remember-told = The organiser said yes. From now on I answer by myself: { $question }
remember-source =
    { $name ->
        [none] residents of { $street }
       *[other] { $name }, street contact of { $street }
    }
remember-organiser = the organiser

## Passing on

forward-how = Below is a message for the WhatsApp group of { $street }. Press and hold the message. Choose forward, and then choose your group.

## Linking

joined =
    Hi! I am Straatbot, a bot. I help neighbours to stop using natural gas together.

    Which street does this group belong to? Tell me with /link and the street, for example **/link lindelaan**. Sometimes I ask the organiser first. Until that is settled, I say nothing. I do not keep your messages.
rejoined = I am back, for { $street }. Everything goes on as before.
link-how = Put the street after it, such as **/link lindelaan**. These are the streets I know: { $streets }.
link-nobody = An organiser has to link this group to { $street }. I cannot reach an organiser now. Do you know one? Ask them to type /link here. Until then I am silent.
link-approve = Somebody wants to link a group to **{ $street }**. Is that all right? That group will then get the messages of the street.
yes-link = Yes, link it
link-approved = Done. The group now belongs to { $street }.
link-refused = All right, I will not link that group. I stay silent there.
link-too-late = That question has been answered already.
linked =
    Done! This group now belongs to **{ $street }**. Here you will hear what is on.{ $contact ->
        [none] { "" }
       *[other] {" "}The street contact is { $contact }.
    }

    A question? Type /ask and then your question, or say { $bot }. I am a bot and do not keep your conversations. Want to know more? Type /privacy.
linked-overhears = I can read along in this group. I only speak when I am sure that it helps.
linked-only-addressed = I only read what is meant for me: a command with /, a message with { $bot } in it, or a reply to one of my messages.
lost-gone = I was removed from a group of { $street }. The messages for that group are dropped. Want me back? Add me to the group again.
lost-muted = I may no longer write in a group of { $street }. The messages for that group are waiting. An administrator of the group can let me write again.
bot-away =
    The token of bot { $bot } is no longer in my settings. That bot is still in { $chats ->
        [one] one chat
       *[other] { $chats } chats
    }. What I want to say there waits until the token is back, or until it is too late.
welcome =
    Welcome { $names }! Here you will hear about energy in our street: { $street }. A question? Type /ask and then your question, or say { $bot }.{ $contact ->
        [none] { "" }
       *[other] {" "}The street contact is { $contact }.
    } I am a bot and do not keep your conversations (/privacy).
invitation =
    Send the link below to the new street contact. It is for **{ $street }**. The link works once, for { $days } days. Does the link not work? Then have that person send me **{ $code }**.
invitation-link = Become street contact
invitation-invalid = This invitation does not work (any more). Ask the organiser for a new one.
contact-welcome =
    Welcome! You are now the street contact. Your street: **{ $street }**. Thank you for doing this.

    Type **plan** to see what I am going to say. Type **forward** for a text for your WhatsApp group. With **help** you see everything.
contact-left = The street contact of **{ $street }** has stopped. Want to invite a new one? Type **/link** and the street here.

## Which street

about-which-street = Which street is it about?
about-which-street-or-type = Which street is it about? Choose one, or type its name.
which-street = Which street do you live in?
which-street-or-type = Which street do you live in? Choose one, or type its name.
no-streets = I do not know any streets yet. The organiser has to add them first.
street-settled = Then I will talk with you about { $street }. Just ask your question. Type **subscribe** if you want to get the messages of your street here.

## Subscribing and stopping

subscribe-ask = Do you want to get messages from the street bot in this chat? They are about { $street }: invitations, reminders and sometimes a tip. You can stop at any time: type **stop**.
subscribe-in-private = You can subscribe in a private chat with me. This group gets the messages of the street already.
subscribed = Great! You will get the messages of your street here: { $street }. Want to stop? Type **stop**.
subscribed-already = You are already subscribed to { $street }. Want to stop? Type **stop**.
declined-subscription = All right. I will not send you anything of my own accord. You can always ask.
declined-forgetting = All right, I will not erase anything.
declined-street = All right, then it stays as it is.
stopped = Done. I will not send you anything any more of my own accord.
stopped-already = I am not sending you anything of my own accord.
stopped-questions =
    { $count ->
        [one] I have withdrawn your question too.
       *[other] I have withdrawn your questions too.
    }
stopped-answering = I am not waiting for your answer any more.
stopped-contact = You are still the street contact. Want to stop with that? Type **/forget**.
stopped-but-ask = You can always ask.
stop-in-group =
    This is a group. Do you not want notifications here? Then mute the group in your phone. Do you also get private messages from me? Then type **stop** in our own chat. { $may ->
        [yes] Should I be silent here for everybody? Type **/stil** 7.
       *[no] { $contact ->
            [none] { "" }
           *[other] Should I be silent here for everybody? Ask { $contact }.
        }
    }
muted =
    { $days ->
        [one] I will be silent for a day. I still answer questions. Want messages again after all? Type **/mute 0**.
       *[other] I will be silent for { $days } days. I still answer questions. Want messages again after all? Type **/mute 0**.
    }
unmuted = I am no longer silent. You will get the messages of your street again, if you wanted them.
unmuted-group = I am no longer silent. Messages of the street will come here again.
unmute-in-group = Only the street contact can make me send messages here again. Questions I answer all the same.
not-muted = I am not silent. Just ask!
not-muted-subscribe = I am not silent. Just ask! Do you want messages of your street as well? Type **subscribe**.
mute-in-group = Only the street contact can mute me here for everybody. Do you not want notifications? Then mute this group in your phone.

## Your data

privacy = **What I keep**

    - Whether you want messages from your street, and since when.
    - Your street and your language, if you choose them.
    - What I sent you, for thirty days.
    - Your address in this app, encrypted. Without it I cannot send you anything.
    - What you plan as a street contact or organiser, and that it was you.
    - Questions that I could not answer or had to guess, for thirty days. I take out names, numbers and addresses. They show the street contact what people want to know, and how they ask it.
    - A good answer from the group, if the organiser wants that. I take names out of it, too.
    - Questions whose answer somebody found “not right”, for half a year, cleaned in the same way.

    I keep nothing else that you write. I only remember your last lines for a minute at most, encrypted. So I can read them as one question. I only ask a person for an answer if you say yes. Or if several people ask the same.

    See what I have about you? Type **/mydata**. Erase everything? Type **/forget**. Messages in the group are in the app itself. You erase them there.

    I am a bot of your residents' initiative. Questions or complaints? Tell your street contact (**/contact**).
my-data = This is what I know about you:
my-data-messages =
    { $count ->
        [0] No messages from me to you are kept.
        [one] I have kept one message from me to you, for thirty days at most.
       *[other] I have kept { $count } messages from me to you, for thirty days at most.
    }
my-data-street = Your street is { $street }.
my-data-language = You chose a language: { $language }.
my-data-muted = I will not send you anything of my own accord until { $until }.
my-data-subscription = You are subscribed to the messages of { $street }.
my-data-questions =
    { $count ->
        [one] I keep one question of yours that I could not answer. There is no name in it.
       *[other] I keep { $count } questions of yours that I could not answer. There is no name in them.
    }
my-data-role =
    { $role ->
        [organiser] You are an organiser.
       *[other] You are a street contact.
    }
in-private-please = I would rather not do that in the group. Send me a private message: { $command }
forget-ask = Shall I erase everything I know about you? You will then no longer get messages from your street either.
forget-yes = Yes, erase everything
forgotten = Done. Everything I knew about you has been erased. Your messages in a group are in the app itself. You erase them there.

## Language

language-choose = Which language shall I speak with you?
language-set = All right, I will speak English with you. Where an answer has no English yet, it is in Dutch.
language-in-private = You choose your language in a private chat with me. In the group I speak the language of the street.

## WhatsApp, outside the 24 hours

knock = There is a new message for the residents of { $street }. Answer **read** to get it, or **stop**.

## Telegram's menu

menu-vraag = Ask a question
menu-agenda = What is on
menu-contact = Who your street contact is
menu-stil = No messages for a while
menu-taal = Another language
menu-privacy = What I keep
menu-mijngegevens = What I know about you
menu-vergeet = Erase everything about you
menu-help = What I can do

## The sign of life, every Monday to the organisers

sign-of-life =
    I am alive. This week: { $questions ->
        [one] 1 question
       *[other] { $questions } questions
    }, { $sent ->
        [one] 1 message
       *[other] { $sent } messages
    } sent, { $failed } failed, { $unknown } unknown.
sign-of-life-unanswered =
    { $count ->
        [one] One question I could not answer
       *[other] { $count } questions I could not answer
    }: type /questions.
sign-of-life-unknown = Unknown means: I do not know whether it arrived.

## After downtime, to the organisers

away =
    I was away from { $from } until { $until }. { $count ->
        [one] 1 message was
       *[other] { $count } messages were
    } dropped: { $items }. What was still of use I have sent late.
away-more = { $count } more

## What may not have arrived, to the organisers

repeated = Repeated:
unknown-group =
    I do not know whether this message of { $time } arrived in the group of { $street }. Please look in the group. If it is not there, I can send it once more.
unknown-private =
    I do not know whether a message of { $time } arrived in a private chat. If I send it once more, that resident may get it twice.
unknown-many =
    Of { $count } messages I do not know whether they arrived. If I send them once more, they may arrive twice.
unknown-send = Send again
unknown-leave = Leave it
unknown-again = { $count ->
        [one] Good, I will send it once more.
       *[other] Good, I will send { $count } once more.
    }
unknown-left = Good, I leave it.
unknown-known = That has been dealt with already.
unknown-too-late = It is too late for that now, or nobody wants it any more. I will not send it.

## Planning something new, pausing and calling off, in the chat

doubt-part-of-day = Do you mean { $time } in the morning or in the evening?
doubt-weekday = { $date } is a { $weekday }. Do you mean { $first } or { $second }?
doubt-which-week = Which day do you mean by "{ $said }"?
doubt-today = Today is { $weekday }. Do you mean today or next week?
doubt-year = That date only comes again after a long time. Do you mean this one?
doubt-no-time = At what time?
doubt-night = In which night do you mean { $time }?
doubt-every-second = Every second day of the month, or every two weeks?
doubt-which-in-month = Which one of the month?
when-nothing-found = I do not see when. Begin for instance with "every 1st Tuesday at 19:00:".
when-no-day = On which day?
when-words = I do not understand "{ $words }".
when-except = An exception I cannot remember: "{ $words }". Plan it without. Not this time? Then stop it for a while with /pause.
when-which-day = Which day do you mean by "{ $said }"?
when-past = { $date } is over already.
when-too-far = That is too far away.
when-no-such-date = { $date } does not exist.
when-no-such-time = { $time } does not exist.
when-weekday = { $date } is a { $weekday }.
when-several-days = Those are several days. Make two of it, or put "every" before it.
when-several-times = Those are several times. Make two of it.
when-which-days = On which days?
when-which-rhythm = How often? For instance every week.
when-rhythm-and-day = That repetition and that day do not go together.
when-too-often = More often than every day is not possible.
when-until-before-start = The last date ({ $until }) is before the start ({ $start }).
when-end-before-start = The end is not right: { $time }.
when-never = That never happens.
new-how =
    Put it behind the command, in one line. For instance:

    - **/new** every 1st Tuesday at 19:00: Tip of the month …
    - **/new** street drinks Fri 15 Jan 17:00-19:00, De Linde
new-again = Will you type the whole line again, with /new before it?
new-when = When shall I send this? Choose, or type a day and a time.
new-now = Now
said-that = Please know that { $what }.
said-remind = Remember { $what }.
said-remind-that = Remember that { $what }.
new-which-kind = Is this a message that I send, or an event for the agenda?
new-as-announcement = A message
new-as-event = An event
new-message = **New message**
new-event = **New event**
new-dates = The first times: { $dates }.
new-said = I will tell it on: { $moments }.
new-said-nothing = I will not tell it beforehand: it is too late for that.
new-reach =
    Goes to: { $streets } ({ $chats ->
        [one] 1 chat
       *[other] { $chats } chats
    }).
new-yes = Yes, plan it
new-change = Change
new-cancel = Discard
new-kept = Planned. It goes to: { $what }. Type **plan** to see what I will say. To stop it, type /pause.
new-kept-event = It is on the agenda: { $what }. Type **plan** to see what I will say.
new-retype = All right. Type the line again, the way you want it. This was it: /new { $line }
new-away = All right, I will not plan it.
new-gone = That proposal is no longer there. Type it again, with /new before it.
new-nothing-announcement = What shall I say then? Put it behind the colon.
new-nothing-event = What is it called? Put the name before it.
new-placeholder = I cannot fill this in: { $name }. What I can: { $known }.
new-bad = I cannot keep it like this: { $problem }
mind-same-day = Mind that there is something else on this day: { $days }.
mind-holiday = Mind that this is a public holiday: { $days }.
mind-school-holiday = Mind that schools are closed then: { $days }.
mind-same-text = Mind that this text has then been used three times: { $days }. Time for a new one?
mind-moved = Mind that I will say it later ({ $reason }): { $days }.
mind-dropped = Mind that it will not go out like this ({ $reason }): { $days }.
overview =
    { $count ->
        [one] This is your street:
       *[other] These are your { $count } streets:
    }
overview-line = **{ $street }**{ $contact ->
        [none] , no street contact yet
       *[other] , street contact { $contact }
    }: { $groups ->
        [0] no group yet
        [one] 1 group
       *[other] { $groups } groups
    }, { $people ->
        [0] nobody subscribed yet
        [one] 1 resident subscribed
       *[other] { $people } residents subscribed
    }
overview-more = and { $count } more
which-item = Which one do you mean?
pause-nothing-found = I find nothing with those words. Type **plan** to see what I will say.
everything = everything
paused =
    Paused: { $what }. { $count ->
        [0] { "" }
        [one] One message that was ready will not go out.{" "}
       *[other] { $count } messages that were ready will not go out.{" "}
    }I still answer questions. To go on, type /resume.
paused-already = That was paused already: { $what }. To go on, type /resume.
resumed = I go on: { $what }. I will not catch up on what was missed.
not-paused = That was not paused: { $what }.
still-paused = Still paused: { $what }.
move-how = Put behind it what goes where. For instance: **/move** energy café to Thu 17 Dec 19:30. Or: **/move** energy café to Primary School De Eik.
move-repeats = That event repeats. Call it off with /cancel, and make a new one with /new.
moved-event =
    ❗ **Another time:** { $title } is on { $when }{ $place ->
        [none] { "" }
       *[other] , { $place }
    }. So not on { $old }.
moved-place =
    ❗ **Another place:** { $title }. New: { $new }.{ $old ->
        [none] { "" }
       *[other] {" "}So not: { $old }.
    } The time stays: { $when }.
move-done =
    Done. The agenda is right again. { $count ->
        [one] It goes to one chat.
       *[other] It goes to { $count } chats.
    }
item-for-more-streets = That event is for more streets. Only an organiser can change it.
item-is-message = That is a message, not an event. Do you not want it any more? Type **/pause { $words }**. Then you can plan it again with **/new**.
cancel-nothing-found = I find no event with those words. Type **agenda** to see what there is.
cancelled-event = ❗ **Called off:** { $title }, { $when }.
cancel-reach = Goes to: { $streets }.
cancel-repeats = Mind: this repeats. All of it is called off.
cancel-yes = Post it now
cancel-done =
    Done. It is off the agenda. { $count ->
        [one] It goes to one chat.
       *[other] It goes to { $count } chats.
    }
