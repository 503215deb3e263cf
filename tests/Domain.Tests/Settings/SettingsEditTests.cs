using System.Collections.Immutable;
using Burnin.Domain.Settings;
using Xunit;

namespace Burnin.Domain.Tests.Settings;

public sealed class SettingsEditTests
{
    private static readonly ImmutableSortedDictionary<string, string> Nothing = ImmutableSortedDictionary<string, string>.Empty;

    private static readonly Setting[] Catalog =
    [
        Of("most", new SettingKind.Whole(0, 9, "")) with { Default = "2" },
        Of("passes", new SettingKind.Whole(1, 4, "")),
        Of("password", new SettingKind.Secret(50)),
    ];

    [Fact]
    public void A_change_is_kept_and_told_in_words()
    {
        var edit = Edit(Nothing, ("most", "5"), ("passes", "1"));

        Assert.Empty(edit.Errors);
        Assert.Equal(["most: 2 → 5", "passes: nothing → 1"], edit.Changes);
        Assert.Equal(("5", "1"), (edit.Values["most"], edit.Values["passes"]));
    }

    [Fact]
    public void What_was_so_already_is_no_change_and_what_is_as_usual_is_not_kept()
    {
        var stored = Nothing.Add("most", "5");

        Assert.Empty(Edit(stored, ("most", "5")).Changes);
        Assert.Empty(Edit(Nothing, ("most", "2")).Changes);
        Assert.Empty(Edit(stored, ("most", "2")).Values);
        Assert.Equal(["most: 5 → 2"], Edit(stored, ("most", null)).Changes);
        Assert.Equal(["passes: 3 → nothing"], Edit(Nothing.Add("passes", "3"), ("passes", "")).Changes);
    }

    [Fact]
    public void Every_mistake_is_named_and_nothing_else_is_lost()
    {
        var edit = Edit(Nothing, ("most", "10"), ("passes", "x"), ("mots", "1"));

        Assert.Equal(["most", "passes", "mots"], edit.Errors.Select(error => error.Name));
        Assert.Empty(edit.Values);
    }

    [Fact]
    public void A_setting_with_a_default_cannot_be_left_empty() => Assert.Single(Edit(Nothing, ("most", "")).Errors);

    [Fact]
    public void A_secret_is_sealed_and_never_told()
    {
        var edit = Edit(Nothing, ("password", "hunter2"));

        Assert.Equal("sealed:2retnuh", edit.Values["password"]);
        Assert.Equal(["password set"], edit.Changes);
        Assert.Equal(["password cleared"], Edit(edit.Values, ("password", null)).Changes);
    }

    [Fact]
    public void What_is_fixed_cannot_be_changed_but_may_be_said_again()
    {
        var fixedOnes = new Dictionary<string, SettingLock> { ["most"] = new("7", "MOST"), ["password"] = new("x", "PASSWORD") };

        Assert.Empty(Edit(Nothing, fixedOnes, ("most", "7")).Errors);
        Assert.Equal("It is fixed by MOST. Change it there.", Assert.Single(Edit(Nothing, fixedOnes, ("most", "6")).Errors).Reason);
        Assert.Single(Edit(Nothing, fixedOnes, ("most", null)).Errors);
        Assert.Single(Edit(Nothing, fixedOnes, ("password", "x")).Errors);
    }

    private static SettingsEdit Edit(ImmutableSortedDictionary<string, string> stored, params (string Name, string? Value)[] wished) =>
        Edit(stored, new Dictionary<string, SettingLock>(), wished);

    private static SettingsEdit Edit(ImmutableSortedDictionary<string, string> stored, Dictionary<string, SettingLock> locks, params (string Name, string? Value)[] wished) =>
        SettingsEdit.Of(Catalog, stored, locks, wished.Select(each => KeyValuePair.Create(each.Name, each.Value)), secret => $"sealed:{new string([.. secret.Reverse()])}");

    private static Setting Of(string name, SettingKind kind) => new() { Name = name, Section = "s", Group = "g", Label = name, Kind = kind, Keys = [$"Test:{name}"] };
}
