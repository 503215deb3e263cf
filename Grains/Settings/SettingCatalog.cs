using System.Collections.Immutable;
using Burnin.Domain.Settings;
using Burnin.Domain.Verdicts;
using Burnin.Grains.Messages;

namespace Burnin.Grains.Settings;

/// <summary>Every setting that can be changed while the service runs. A line here, and it has a form, a route, a lock and a check.</summary>
public static class SettingCatalog
{
    private const string Fleet = "fleet";
    private const string Tests = "tests";
    private const string Mail = "mail";
    private const string Webhook = "webhook";
    private const string System = "system";

    private static readonly OptionSettings<BurnInOptions> BurnIn = new(BurnInOptions.Section);
    private static readonly OptionSettings<MailOptions> Smtp = new(MailOptions.Section);
    private static readonly OptionSettings<WebhookOptions> Hook = new(WebhookOptions.Section);

    /// <summary>In the order of the pages; with the channel that a page sets up.</summary>
    public static ImmutableArray<(string Name, string Title, string Help, string? Channel)> Sections { get; } =
    [
        (Fleet, "Fleet", "How all NAS boxes are watched, and how many drives are burnt in at once.", null),
        (Tests, "Tests", "What holds for a burn-in whose start does not say otherwise. A burn-in keeps what it was started with.", null),
        (Mail, "E-mail", "Who hears of what, when nobody looks.", MailChannel.ChannelName),
        (Webhook, "Webhook", "Tells a program, or a chat, of every burn-in that ends.", WebhookChannel.ChannelName),
        (System, "System", "How Burnin itself runs.", null),
    ];

    public static ImmutableArray<Setting> All { get; } =
    [
        BurnIn.Of("poll_interval_seconds", nameof(BurnInOptions.PollInterval), Fleet, "Polling", "Ask each NAS every", unit: "seconds")
            with { Flat = "POLL_INTERVAL_SECONDS" },
        BurnIn.Of("stale_threshold_seconds", nameof(BurnInOptions.StaleThreshold), Fleet, "Polling", "Call it stale after", unit: "seconds")
            with { Flat = "STALE_THRESHOLD_SECONDS", Help = "Longer than the time between two questions, or everything is stale always." },
        BurnIn.Of("silent_after_minutes", nameof(BurnInOptions.SilentAfter), Fleet, "Polling", "Miss it after", unit: "minutes")
            with { Help = "Then people are told, by mail and webhook, that it does not answer, and again when it does." },
        BurnIn.Of("max_parallel_fleet", nameof(BurnInOptions.MaxParallelFleet), Fleet, "Burn-ins at once", "On all NAS boxes together")
            with { Help = "0 sets no limit. Each NAS has a limit of its own beside it. A lower limit stops nothing that runs." },

        BurnIn.Of("policy", nameof(BurnInOptions.Policy), Tests, "Judgement", "Judge drives as") with
        {
            Kind = new SettingKind.Choice([.. VerdictPolicies.All.Select(policy => new SettingChoice(policy.Name, policy.Name, policy.Name))]),
            Help = "new: a drive must be clean. used: it may have a past, but must not get worse. classic: the original's watch list alone.",
        },
        BurnIn.Of("surface_engine", nameof(BurnInOptions.SurfaceEngine), Tests, "Surface", "Engine")
            with { Help = "auto: fio where the host's was proved to find faults, else badblocks." },
        BurnIn.Of("surface_passes", nameof(BurnInOptions.SurfacePasses), Tests, "Surface", "Passes")
            with { Help = "Left empty: 4, on SSD and NVMe 1." },
        BurnIn.Of("bad_block_threshold", nameof(BurnInOptions.BadBlockThreshold), Tests, "Surface", "Bad blocks that are allowed")
            with { Flat = "BAD_BLOCK_THRESHOLD", Help = "0: any bad block condemns the drive." },
        BurnIn.Of("max_bad_blocks", nameof(BurnInOptions.MaxBadBlocks), Tests, "Surface", "Bad blocks that end the test"),
        BurnIn.Of("temp_warn_c", nameof(BurnInOptions.TempWarnC), Tests, "Heat", "Warm from", unit: "°C", also: "WebFront:TemperatureWarnCelsius")
            with { Flat = "TEMP_WARN_C", Help = "A surface test that stood still for heat goes on at this." },
        BurnIn.Of("temp_crit_c", nameof(BurnInOptions.TempCritC), Tests, "Heat", "Too hot from", unit: "°C", also: "WebFront:TemperatureCriticalCelsius")
            with { Flat = "TEMP_CRIT_C", Help = "No test begins on such a drive, and a surface test on it stands still." },
        BurnIn.Of("surface_stuck_hours", nameof(BurnInOptions.StuckAfter), Tests, "Stuck", "Give a surface test up after", unit: "hours")
            with { Flat = "STUCK_JOB_HOURS", Help = "Without any change while it is seen to run; never for being slow." },
        BurnIn.Of("self_test_stuck_hours", nameof(BurnInOptions.SelfTestStuckAfter), Tests, "Stuck", "Give a self-test up after", unit: "hours")
            with { Flat = "STUCK_JOB_HOURS", Help = "Drives report self-tests in coarse steps." },

        Smtp.Of("mail_on_fail", nameof(MailOptions.AlertOnFail), Mail, "Tell at once", "Drives that failed")
            with { Flat = "SMTP_ALERT_ON_FAIL", Help = "And those that ended without a verdict. What ends within a minute goes in one mail." },
        Smtp.Of("mail_on_pass", nameof(MailOptions.AlertOnPass), Mail, "Tell at once", "Drives that passed")
            with { Flat = "SMTP_ALERT_ON_PASS" },
        Smtp.Of("mail_on_silence", nameof(MailOptions.AlertOnSilence), Mail, "Tell at once", "A NAS that does not answer")
            with { Help = "And that Burnin itself did not run for as long." },
        Smtp.Of("mail_report", nameof(MailOptions.Report), Mail, "Every day", "A report")
            with { Help = "What has ended, what runs, how the NAS boxes are doing. It comes on days without news too: if it does not, look after Burnin." },
        Smtp.Of("mail_report_hour", nameof(MailOptions.ReportHour), Mail, "Every day", "At", unit: "o'clock")
            with { Flat = "SMTP_REPORT_HOUR" },
        Smtp.Of("mail_time_zone", nameof(MailOptions.TimeZone), Mail, "Every day", "Time zone")
            with { Help = "As in Europe/Berlin. Left empty: the one of the machine that Burnin runs on." },
        Smtp.Of("smtp_to", nameof(MailOptions.To), Mail, "Letter", "To")
            with { Flat = "SMTP_TO", Help = "One address or several, with commas between them." },
        Smtp.Of("smtp_from", nameof(MailOptions.From), Mail, "Letter", "From")
            with { Flat = "SMTP_FROM", Help = "Left empty: the user, where that is an address." },
        Smtp.Of("smtp_host", nameof(MailOptions.Host), Mail, "Server", "Host")
            with { Flat = "SMTP_HOST", Help = "Left empty: no mail is sent." },
        Smtp.Of("smtp_mode", nameof(MailOptions.Mode), Mail, "Server", "Encryption") with
        {
            Kind = new SettingKind.Choice([new("starttls", "STARTTLS", "Starttls"), new("tls", "TLS", "Tls"), new("plain", "none", "Plain")]),
            Help = "STARTTLS: port 587, and never without encryption. TLS: port 465. None: port 25, and a password is sent in clear.",
        },
        Smtp.Of("smtp_port", nameof(MailOptions.Port), Mail, "Server", "Port")
            with { Help = "Left empty: the one that belongs to the encryption." },
        Smtp.Of("smtp_verify_tls", nameof(MailOptions.VerifyTls), Mail, "Server", "Verify its certificate")
            with { Help = "Without it, anybody between here and there can read the password." },
        Smtp.Of("smtp_user", nameof(MailOptions.User), Mail, "Server", "User")
            with { Flat = "SMTP_USER", Help = "Left empty: nobody signs in." },
        Smtp.Of("smtp_password", nameof(MailOptions.Password), Mail, "Server", "Password")
            with { Kind = new SettingKind.Secret(1000), Flat = "SMTP_PASSWORD" },

        Hook.Of("webhook_url", nameof(WebhookOptions.Url), Webhook, "Target", "Address") with
        {
            Kind = new SettingKind.Secret(2000),
            Flat = "WEBHOOK_URL",
            Help = "Kept like a password: who knows it can write there. Left out, nothing is sent. Redirects are not followed.",
        },
        Hook.Of("webhook_preset", nameof(WebhookOptions.Preset), Webhook, "Target", "Speaks to") with
        {
            Kind = new SettingKind.Choice(
            [
                new("json", "n8n, Home Assistant, programs", "Json"), new("ntfy", "ntfy", "Ntfy"), new("slack", "Slack", "Slack"), new("discord", "Discord", "Discord"),
            ]),
            Help = "Of ntfy the address ends with the topic. Of Home Assistant it is https://…/api/webhook/ and the id.",
        },
        Hook.Of("webhook_events", nameof(WebhookOptions.Events), Webhook, "Target", "Hears of") with
        {
            Kind = new SettingKind.Choice([new("all", "all that happens", "All"), new("trouble", "what somebody should look at", "Trouble")]),
        },
        Hook.Of("webhook_verify_tls", nameof(WebhookOptions.VerifyTls), Webhook, "Target", "Verify its certificate"),
        Hook.Of("heartbeat_url", nameof(WebhookOptions.HeartbeatUrl), Webhook, "Heartbeat", "Address") with
        {
            Kind = new SettingKind.Secret(2000),
            Help = "Asked for every minute while Burnin runs, for healthchecks.io or a push monitor of Uptime Kuma: they tell you when it stops.",
        },
        Hook.Of("webhook_token", nameof(WebhookOptions.Token), Webhook, "Proof", "Token")
            with { Kind = new SettingKind.Secret(2000), Help = "Sent as Authorization: Bearer, as ntfy wants it for closed topics." },
        Hook.Of("webhook_secret", nameof(WebhookOptions.Secret), Webhook, "Proof", "Signing secret")
            with { Kind = new SettingKind.Secret(500), Help = "Signs each message (HMAC-SHA256, standardwebhooks.com), so that the target can tell that it is ours." },

        new()
        {
            Name = "log_level",
            Section = System,
            Group = "Log",
            Label = "Write to the log from",
            Kind = new SettingKind.Choice(
            [
                new("debug", "debug", "Debug"), new("info", "info", "Information"), new("warning", "warning", "Warning"),
                new("error", "error", "Error"), new("critical", "critical", "Critical"),
            ]),
            Default = "Information",
            Keys = ["Logging:LogLevel:Burnin"],
            Flat = "LOG_LEVEL",
        },
        new()
        {
            Name = "update_feed",
            Section = System,
            Group = "Updates",
            Label = "Address of the releases",
            Kind = new SettingKind.Text(500),
            Keys = ["WebFront:UpdateFeed"],
            Help = "As GitHub, Forgejo and Gitea have it: https://…/releases/latest. Left empty: nobody is asked. Asked only when somebody checks for updates.",
        },
    ];
}
