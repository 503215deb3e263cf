using Burnin.Domain.Messages;
using Burnin.Messages.Mail;
using Burnin.Rig;
using Microsoft.Extensions.Time.Testing;
using MimeKit;

namespace Burnin.Messages.Tests.Mail;

/// <summary>Against a real SMTP server.</summary>
public sealed class SmtpMailerTests
{
    private static readonly (string Name, string Password) Ann = ("ann", "correct horse");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Modes => ["plain", "starttls", "tls"];

    [Theory, MemberData(nameof(Modes))]
    public async Task A_mail_arrives_in_words_and_in_HTML_in_every_mode(string mode)
    {
        await using var server = await StartAsync(mode, Ann);

        var delivery = await Mailer().SendAsync(Account(server, mode, Ann), [SampleMessages.Failed()], Token);

        Assert.True(delivery.Outcome == DeliveryOutcome.Delivered, delivery.Why);
        Assert.Equal(["connect", "sign in", "send"], delivery.Steps.Select(step => step.Name));
        var mail = await OnlyAsync(server);
        Assert.Equal("[Burnin] ST4000 ZC1 on nas1 (sda): failed", mail.Subject);
        Assert.Equal(("burnin@example.org", "ann@example.org, bob@example.org"), (mail.Headers["X-Envelope-From"], mail.Headers["X-Envelope-To"]));
        Assert.Equal(("auto-generated", "burnin_failed"), (mail.Headers[HeaderId.AutoSubmitted], mail.Headers["X-Burnin-Event"]));
        Assert.All([mail.TextBody, mail.HtmlBody], body => Assert.Contains("3 blocks could not be read.", body, StringComparison.Ordinal));
        Assert.All([mail.TextBody, mail.HtmlBody], body => Assert.Contains("2 d 2 h, from 2025-12-31 01:04 UTC to 2026-01-02 03:04 UTC", body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_test_goes_as_far_as_a_mail_and_sends_none()
    {
        await using var server = await StartAsync("starttls", Ann);

        var delivery = await Mailer().TryAsync(Account(server, "starttls", Ann), Token);

        Assert.Equal((DeliveryOutcome.Delivered, 2), (delivery.Outcome, delivery.Steps.Length));
        Assert.Empty(await server.MailsAsync(Token));
    }

    [Theory, MemberData(nameof(Modes))]
    public async Task A_wrong_password_is_named_and_never_shown(string mode)
    {
        await using var server = await StartAsync(mode, Ann);

        var delivery = await Mailer().SendAsync(Account(server, mode, (Ann.Name, "wrong battery")), [SampleMessages.Failed()], Token);

        Assert.Equal((DeliveryOutcome.Failed, "sign in", false), (delivery.Outcome, delivery.Steps[^1].Name, delivery.Steps[^1].IsDone));
        Assert.Contains("user and password", delivery.Why, StringComparison.Ordinal);
        Assert.DoesNotContain("battery", string.Join("; ", delivery.Steps), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("starttls")]
    [InlineData("tls")]
    public async Task A_server_that_nobody_vouches_for_gets_no_password(string mode)
    {
        await using var server = await StartAsync(mode, Ann);

        var delivery = await Mailer().SendAsync(Account(server, mode, Ann, verifies: true), [SampleMessages.Failed()], Token);

        Assert.Equal("connect", delivery.Steps[^1].Name);
        Assert.Contains("certificate", delivery.Why, StringComparison.Ordinal);
        Assert.Empty(await server.MailsAsync(Token));
    }

    [Fact]
    public async Task A_server_without_encryption_gets_nothing_where_encryption_was_asked_for()
    {
        await using var server = await StartAsync("plain", Ann);

        var delivery = await Mailer().SendAsync(Account(server, "starttls", Ann), [SampleMessages.Failed()], Token);

        Assert.Equal((DeliveryOutcome.Failed, "connect"), (delivery.Outcome, delivery.Steps[^1].Name));
        Assert.Empty(await server.MailsAsync(Token));
    }

    [Fact]
    public async Task Greylisting_is_a_failure_that_passes_and_the_mail_is_known_as_the_same_one()
    {
        await using var server = await StartAsync("plain");
        await server.BeAsync("greylist");

        var first = await Mailer().SendAsync(Account(server, "plain"), [SampleMessages.Failed()], Token);
        Assert.Equal((DeliveryOutcome.Failed, "send: 451 4.7.1 greylisted, try again later"), (first.Outcome, first.Why));

        Assert.Equal(DeliveryOutcome.Delivered, (await Mailer().SendAsync(Account(server, "plain"), [SampleMessages.Failed()], Token)).Outcome);
        Assert.EndsWith("@example.org", (await OnlyAsync(server)).MessageId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_breaks_is_a_failure_that_passes()
    {
        await using var server = await StartAsync("plain");
        await server.BeAsync("drop");

        var delivery = await Mailer().SendAsync(Account(server, "plain"), [SampleMessages.Failed()], Token);

        Assert.Equal((DeliveryOutcome.Failed, "send"), (delivery.Outcome, delivery.Steps[^1].Name));
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_not_waited_for_for_ever()
    {
        await using var server = await StartAsync("plain");
        await server.BeAsync("hang");
        var clock = new FakeTimeProvider(SampleMessages.At);

        var sending = new SmtpMailer(clock).SendAsync(Account(server, "plain"), [SampleMessages.Failed()], Token);
        await Eventually.TrueAsync(
            () =>
            {
                clock.Advance(TimeSpan.FromSeconds(1));
                return Task.FromResult(sending.IsCompleted);
            },
            "it is given up",
            cancellationToken: Token);

        Assert.EndsWith("no answer within 45 s", (await sending).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_wrong_address_keeps_the_mail_from_nobody_else()
    {
        await using var server = await StartAsync("plain");
        await server.BeAsync("refuse bob@example.org");

        var delivery = await Mailer().SendAsync(Account(server, "plain"), [SampleMessages.Failed()], Token);

        Assert.Equal(DeliveryOutcome.Delivered, delivery.Outcome);
        Assert.Contains("bob@example.org (550", delivery.Steps[^1].Detail, StringComparison.Ordinal);
        Assert.Equal("ann@example.org", (await OnlyAsync(server)).Headers["X-Envelope-To"]);
    }

    [Fact]
    public async Task A_mail_that_no_address_takes_has_failed()
    {
        await using var server = await StartAsync("plain");
        await server.BeAsync("refuse bob@example.org", "refuse ann@example.org");

        var delivery = await Mailer().SendAsync(Account(server, "plain"), [SampleMessages.Failed()], Token);

        Assert.Equal(DeliveryOutcome.Failed, delivery.Outcome);
        Assert.Contains("ann@example.org (550", delivery.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_listens_it_says_so()
    {
        await using var server = await StartAsync("plain");
        await server.StopAsync();

        var delivery = await Mailer().SendAsync(Account(server, "plain"), [SampleMessages.Failed()], Token);

        Assert.Equal("connect: nothing listens there; check host, port and mode", delivery.Why);
    }

    private static SmtpMailer Mailer() => new(TimeProvider.System);

    private static async Task<SmtpServer> StartAsync(string mode, (string Name, string Password)? user = null)
    {
        Assert.SkipWhen(Prerequisites.Missing(Prerequisite.SmtpServer) is not null, Prerequisites.Missing(Prerequisite.SmtpServer) ?? "");
        return await SmtpServer.StartAsync(mode, user, Token);
    }

    private static MailAccount Account(SmtpServer server, string mode, (string Name, string Password)? user = null, bool verifies = false) => new()
    {
        Host = server.Host,
        OtherPort = server.Port,
        Mode = Enum.Parse<MailMode>(mode, ignoreCase: true),
        VerifiesTls = verifies,
        User = user?.Name ?? "",
        Password = user?.Password ?? "",
        From = "burnin@example.org",
        To = ["ann@example.org", "bob@example.org"],
    };

    private static async Task<MimeMessage> OnlyAsync(SmtpServer server)
    {
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Assert.Single(await server.MailsAsync(Token))));
        return await MimeMessage.LoadAsync(stream, Token);
    }
}
