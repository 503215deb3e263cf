using Burnin.Nas.TrueNas;

namespace Burnin.TrueNas.Tests;

public sealed class TrueNasReleaseTests
{
    [Theory]
    [InlineData("TrueNAS-12.0-U8.1", "TrueNAS CORE 12.0-U8.1")]
    [InlineData("TrueNAS-13.0-U6.8", "TrueNAS CORE 13.0-U6.8")]
    [InlineData("TrueNAS-13.3-U1.2", "TrueNAS CORE 13.3-U1.2")]
    [InlineData("TrueNAS-SCALE-22.02.4", "TrueNAS SCALE 22.02.4")]
    [InlineData("TrueNAS-SCALE-24.10.2.4", "TrueNAS SCALE 24.10.2.4")]
    [InlineData("TrueNAS-SCALE-24.04.0-RC.1", "TrueNAS SCALE 24.04.0-RC.1")]
    [InlineData("TrueNAS-25.04.2.6", "TrueNAS 25.04.2.6")]
    [InlineData("TrueNAS-26.0.0-BETA.3", "TrueNAS 26.0.0-BETA.3")]
    [InlineData("TrueNAS-27.0.0-MASTER-20260822-021500", "TrueNAS 27.0.0-MASTER-20260822-021500")]
    public void What_the_product_calls_itself_is_read(string version, string product) =>
        Assert.Equal(product, TrueNasRelease.Parse(version)?.Product);

    [Fact]
    public void P9_the_short_form_of_a_version_is_the_same_release() =>
        Assert.Equal(TrueNasRelease.Parse("TrueNAS-25.04.2.6"), TrueNasRelease.Parse("25.04.2.6"));

    [Theory]
    [InlineData("FreeNAS-11.3-U5")]
    [InlineData("TrueNAS-11.3-U5")]
    [InlineData("Debian GNU/Linux 12")]
    [InlineData("TrueNAS-MASTER")]
    [InlineData("")]
    public void What_is_no_release_of_it_is_none(string version) => Assert.Null(TrueNasRelease.Parse(version));

    [Theory]
    [InlineData("TrueNAS-12.0-U8.1", TemperatureWay.Plain, UseWay.Unused)]
    [InlineData("TrueNAS-13.0-U6.8", TemperatureWay.OneByOne, UseWay.Unused)]
    [InlineData("TrueNAS-13.3-U1.2", TemperatureWay.OneByOne, UseWay.Unused)]
    [InlineData("TrueNAS-SCALE-22.02.4", TemperatureWay.OneByOne, UseWay.Unused)]
    [InlineData("TrueNAS-SCALE-22.12.4.2", TemperatureWay.WithOptions, UseWay.UnusedWithExported)]
    [InlineData("TrueNAS-SCALE-24.04.2.5", TemperatureWay.WithOptions, UseWay.UnusedWithExported)]
    [InlineData("TrueNAS-SCALE-24.10.2", TemperatureWay.WithOptions, UseWay.Details)]
    [InlineData("TrueNAS-25.04.2", TemperatureWay.WithOptions, UseWay.Details)]
    [InlineData("TrueNAS-25.10.0", TemperatureWay.FromKernel, UseWay.Details)]
    [InlineData("TrueNAS-27.0.0-BETA.1", TemperatureWay.FromKernel, UseWay.Details)]
    public void Each_release_is_asked_in_its_own_way(string version, object temperatures, object uses)
    {
        var release = TrueNasRelease.Parse(version)!;

        Assert.Equal((temperatures, uses), (release.Temperatures, release.Uses));
    }

    [Theory]
    [InlineData("TrueNAS-13.3-U1.2", "rest smart")]
    [InlineData("TrueNAS-SCALE-24.04.2", "rest smart audited")]
    [InlineData("TrueNAS-SCALE-24.10.2", "rest smart abort audited")]
    [InlineData("TrueNAS-25.04.2", "rest jsonrpc smart abort audited")]
    [InlineData("TrueNAS-25.10.6", "rest jsonrpc audited")]
    [InlineData("TrueNAS-26.0.0-BETA.3", "jsonrpc audited")]
    public void What_came_and_went_with_a_release_is_known(string version, string habits)
    {
        var release = TrueNasRelease.Parse(version)!;
        var found = new (string Word, bool Has)[]
        {
            ("rest", release.HasRest), ("jsonrpc", release.HasJsonRpc), ("smart", release.HasSmart), ("abort", release.HasSmartAbort), ("audited", release.AuditsRest),
        };

        Assert.Equal(habits, string.Join(' ', found.Where(habit => habit.Has).Select(habit => habit.Word)));
    }
}
