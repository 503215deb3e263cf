using System.Collections.Immutable;
using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Settings;
using Burnin.Grains.Tests.Doubles;
using Xunit;

namespace Burnin.Grains.Tests.Settings;

/// <summary>Where the environment has said something, as the start of the service makes it of flat and full names.</summary>
public sealed class FixedSettingsTests : GrainCluster
{
    private protected override IEnumerable<KeyValuePair<string, string?>> Environment =>
    [
        new("TEMP_WARN_C", "35"), new("Burnin:BurnIn:TempWarnC", "35"),
        new("Burnin:BurnIn:PollInterval", "00:00:05"),
    ];

    [Fact]
    public async Task It_wins_and_shows_the_name_of_its_variable()
    {
        var settings = (await Grains.Settings().GetAsync()).Sections.SelectMany(section => section.Settings).ToDictionary(setting => setting.Name);

        Assert.Equal(("35", "TEMP_WARN_C"), (settings["temp_warn_c"].Value, settings["temp_warn_c"].LockedBy));
        Assert.Equal(("5", "Burnin__BurnIn__PollInterval"), (settings["poll_interval_seconds"].Value, settings["poll_interval_seconds"].LockedBy));
        Assert.Null(settings["temp_crit_c"].LockedBy);
    }

    [Fact]
    public async Task It_cannot_be_changed_and_what_is_set_must_go_with_it()
    {
        Assert.Equal("It is fixed by TEMP_WARN_C. Change it there.", await FaultAsync("temp_warn_c", "36"));
        Assert.Contains("below the critical temperature", await FaultAsync("temp_crit_c", "35"), StringComparison.Ordinal);
    }

    private async Task<string> FaultAsync(string name, string value) => Assert.Single(Assert.IsType<ChangeSettingsResult.Invalid>(
        await Grains.Settings().ChangeAsync(new ChangeSettings { Values = ImmutableDictionary<string, string?>.Empty.Add(name, value), By = "ann" })).Faults).Reason;
}
