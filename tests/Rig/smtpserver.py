#!/usr/bin/python3
"""An SMTP server (aiosmtpd) whose moods can be changed while it runs.

    smtpserver.py DIRECTORY PORT plain|starttls|tls [USER PASSWORD]

It listens on 127.0.0.1 and says so with its port on standard output (PORT 0 takes any), and ends with its standard input.
DIRECTORY holds cert.pem and key.pem for all but "plain". Each mail that was accepted becomes N.eml there. The file
"moods" may hold words, one a line, and is looked at for each command:

    greylist       the first attempt at each Message-ID is put off (451)
    drop           the connection breaks in the middle of a mail
    hang           no answer to a mail
    refuse NAME    there is no such address (550)
"""
import asyncio
import email
import logging
import os
import ssl
import sys
import warnings

from aiosmtpd.smtp import SMTP, AuthResult

# That signing in without encryption is unwise is what some of the tests are about.
warnings.simplefilter("ignore")
logging.getLogger("mail.log").setLevel(logging.ERROR)


class Post:
    def __init__(self, directory):
        self.directory = directory
        self.greylisted = set()
        self.accepted = 0

    def moods(self):
        try:
            with open(os.path.join(self.directory, "moods"), encoding="utf-8") as file:
                return [line.split() for line in file if line.strip()]
        except FileNotFoundError:
            return []

    async def handle_RCPT(self, server, session, envelope, address, options):
        if ["refuse", address] in self.moods():
            return "550 5.1.1 no such address"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        moods = [mood[0] for mood in self.moods()]
        if "hang" in moods:
            await asyncio.Event().wait()
        if "drop" in moods:
            server.transport.abort()
            return "421 gone"
        known = email.message_from_bytes(envelope.content)["Message-ID"]
        if "greylist" in moods and known not in self.greylisted:
            self.greylisted.add(known)
            return "451 4.7.1 greylisted, try again later"
        self.accepted += 1
        head = f"X-Envelope-From: {envelope.mail_from}\r\nX-Envelope-To: {', '.join(envelope.rcpt_tos)}\r\n"
        path = os.path.join(self.directory, f"{self.accepted}.eml")
        with open(path + ".part", "wb") as file:
            file.write(head.encode() + envelope.content)
        os.rename(path + ".part", path)
        return f"250 2.0.0 queued as {self.accepted}"


async def main(directory, port, mode, user=None, password=None):
    context = None
    if mode != "plain":
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(os.path.join(directory, "cert.pem"), os.path.join(directory, "key.pem"))

    def authenticate(server, session, envelope, mechanism, data):
        return AuthResult(success=(data.login, data.password) == (user.encode(), password.encode()), handled=False)

    post = Post(directory)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: SMTP(
            post,
            hostname="localhost",
            tls_context=context if mode == "starttls" else None,
            require_starttls=mode == "starttls",
            authenticator=authenticate if user else None,
            auth_required=user is not None,
            auth_require_tls=mode == "starttls",
        ),
        "127.0.0.1",
        int(port),
        ssl=context if mode == "tls" else None,
    )
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    os._exit(0)


asyncio.run(main(*sys.argv[1:]))
