using System.Collections.Immutable;
using Burnin.Grains.Interfaces.Settings;

namespace Burnin.WebFront.Tests.Fakes;

/// <summary>Takes whatever it is told, unless a test has said otherwise; one setting of each kind.</summary>
internal sealed class FakeSettingsGrain(FakeWorld world) : Grain, ISettingsGrain
{
    public static SettingsView Usual { get; } = new()
    {
        Version = 0,
        Sections =
        [
            new()
            {
                Name = "fleet",
                Title = "Fleet",
                Help = "How all is watched.",
                Settings =
                [
                    new() { Name = "poll_seconds", Group = "Polling", Label = "Ask every", Help = "", Kind = "duration", Value = "12", Default = "12", Unit = "seconds", Least = 1, Most = 3600 },
                    new() { Name = "passes", Group = "Polling", Label = "Passes", Help = "Left empty: by medium.", Kind = "integer", Least = 1, Most = 4 },
                    new() { Name = "engine", Group = "Other", Label = "Engine", Help = "", Kind = "choice", Value = "auto", Default = "auto", Choices = [new("auto", "auto"), new("fio", "fio")] },
                    new() { Name = "alert", Group = "Other", Label = "Tell of failures", Help = "", Kind = "boolean", Value = "true", Default = "true" },
                    new() { Name = "host", Group = "Other", Label = "Host", Help = "", Kind = "text", Value = "mail.example", LockedBy = "SMTP_HOST" },
                    new() { Name = "password", Group = "Other", Label = "Password", Help = "", Kind = "secret", IsSet = true },
                ],
            },
            new()
            {
                Name = "mail",
                Title = "E-mail",
                Help = "",
                Channel = "mail",
                Settings =
                [
                    new() { Name = "smtp_host", Group = "Server", Label = "Host", Help = "", Kind = "text", Value = "mail.example" },
                    new() { Name = "smtp_password", Group = "Server", Label = "Password", Help = "", Kind = "secret", IsSet = true },
                ],
            },
            new() { Name = "system", Title = "System", Help = "", Settings = [] },
        ],
    };

    public Task<SettingsView> GetAsync() => Task.FromResult(world.Settings);

    public Task<TrySettingsResult> TryAsync(ImmutableDictionary<string, string?> values) => throw new NotSupportedException();

    public Task<StoredSettings?> GetStoredAsync(long known) => throw new NotSupportedException();

    public Task<ChangeSettingsResult> ChangeAsync(ChangeSettings wish)
    {
        world.SettingsWishes.Enqueue(wish);
        if (world.SettingsAnswer is { } answer)
        {
            return Task.FromResult(answer());
        }

        if (wish.ExpectedVersion is { } expected && expected != world.Settings.Version)
        {
            return Task.FromResult<ChangeSettingsResult>(new ChangeSettingsResult.Conflict(world.Settings));
        }

        world.Settings = world.Settings with
        {
            Version = world.Settings.Version + 1,
            ChangedBy = wish.By,
            ChangedAt = Showroom.Now,
            Sections = [.. world.Settings.Sections.Select(section => section with { Settings = [.. section.Settings.Select(setting => With(setting, wish))] })],
        };
        return Task.FromResult<ChangeSettingsResult>(new ChangeSettingsResult.Changed(world.Settings, [.. wish.Values.Keys.Order(StringComparer.Ordinal).Select(name => $"{name} changed")]));
    }

    private static SettingView With(SettingView setting, ChangeSettings wish) =>
        !wish.Values.TryGetValue(setting.Name, out var value) ? setting
        : setting.Kind == "secret" ? setting with { IsSet = value is not null }
        : setting with { Value = value ?? setting.Default };
}
