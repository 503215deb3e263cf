using Burnin.Domain.Surface;
using Burnin.Domain.Verdicts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Burnin.Grains.Tests;

public sealed class BurnInOptionsTests
{
    [Fact]
    public void What_is_not_set_has_a_default_that_fits()
    {
        var options = Read();

        Assert.Equal((SurfaceEngine.Auto, null, 64, 0), (options.SurfaceEngine, options.SurfacePasses, options.MaxBadBlocks, options.BadBlockThreshold));
        Assert.Equal((46, 55), (options.TempWarnC, options.TempCritC));
        Assert.Equal((TimeSpan.FromHours(1), TimeSpan.FromHours(24)), (options.StuckAfter, options.SelfTestStuckAfter));
    }

    [Fact]
    public void Settings_are_read_by_name()
    {
        var options = Read(("SurfaceEngine", "badblocks"), ("SurfacePasses", "2"), ("StuckAfter", "03:00:00"));

        Assert.Equal((SurfaceEngine.Badblocks, 2, TimeSpan.FromHours(3)), (options.SurfaceEngine, options.SurfacePasses, options.StuckAfter));
    }

    [Fact]
    public void What_is_normal_for_a_model_is_read_as_a_list()
    {
        var options = Read(("Policy", "used"), ("ModelOverrides:0:Model", "ST16000*"), ("ModelOverrides:0:Code", "spin_retries"), ("ModelOverrides:0:Most", "2"), ("ModelOverrides:0:Why", "its shelf is slow."));

        Assert.Equal("used", options.Policy);
        Assert.Equal(new ModelOverride { Model = "ST16000*", Code = "spin_retries", Most = 2, Why = "its shelf is slow." }, Assert.Single(options.ModelOverrides));
    }

    [Theory]
    [InlineData("Policy", "strict")]
    [InlineData("ModelOverrides:0:Model", "ST16000*")]
    [InlineData("TempWarnC", "55")]
    [InlineData("TempCritC", "46")]
    [InlineData("BadBlockThreshold", "64")]
    [InlineData("MaxBadBlocks", "0")]
    [InlineData("SurfacePasses", "5")]
    [InlineData("StuckAfter", "00:00:01")]
    public void A_setting_that_makes_no_sense_is_named(string name, string value)
    {
        var refusal = Assert.Throws<OptionsValidationException>(() => Read((name, value)));

        Assert.Contains(name.Split(':')[0], refusal.Message, StringComparison.Ordinal);
    }

    private static BurnInOptions Read(params (string Name, string Value)[] settings) =>
        new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder()
                .AddInMemoryCollection(settings.Select(setting => new KeyValuePair<string, string?>($"{BurnInOptions.Section}:{setting.Name}", setting.Value)))
                .Build())
            .AddBurnIn()
            .BuildServiceProvider()
            .GetRequiredService<IOptions<BurnInOptions>>().Value;
}
