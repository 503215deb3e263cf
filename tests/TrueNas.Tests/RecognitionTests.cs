using Burnin.Domain.Nases;
using Burnin.MockTrueNas;
using Burnin.MockTrueNas.Faults;

namespace Burnin.TrueNas.Tests;

public sealed class RecognitionTests
{
    [Theory]
    [InlineData(MockNasProfile.Core120, "TrueNAS CORE 12.0-U8.1")]
    [InlineData(MockNasProfile.Core130, "TrueNAS CORE 13.0-U6.8")]
    [InlineData(MockNasProfile.Core133, "TrueNAS CORE 13.3-U1.2")]
    [InlineData(MockNasProfile.Scale2212, "TrueNAS SCALE 22.12.4")]
    [InlineData(MockNasProfile.Scale2310, "TrueNAS SCALE 23.10.2")]
    [InlineData(MockNasProfile.Scale2404, "TrueNAS SCALE 24.04.2")]
    [InlineData(MockNasProfile.Scale2410, "TrueNAS SCALE 24.10.2")]
    [InlineData(MockNasProfile.TrueNas2504, "TrueNAS 25.04.2")]
    [InlineData(MockNasProfile.TrueNas2510, "TrueNAS 25.10.6")]
    public async Task P8_P9_every_release_with_rest_is_recognised_by_what_it_tells_anybody(MockNasProfile profile, string product)
    {
        await using var bed = await TrueNasBed.StartAsync(profile);

        var inventory = await bed.Nas().ReadInventoryAsync(TrueNasBed.Cancelled);

        Assert.StartsWith(product, inventory.Product, StringComparison.Ordinal);
        Assert.NotEmpty(inventory.Drives);
    }

    [Theory]
    [MemberData(nameof(Profiles.WithJsonRpc), MemberType = typeof(Profiles))]
    public async Task With_the_user_of_the_key_json_rpc_is_used_where_there_is_one(MockNasProfile profile)
    {
        await using var bed = await TrueNasBed.StartAsync(profile);

        Assert.All(
            await Task.WhenAll(new[] { NasKind.Auto, NasKind.JsonRpc }.Select(kind => bed.Nas(bed.WithUser with { Kind = kind }).ReadInventoryAsync(TrueNasBed.Cancelled))),
            inventory => Assert.Equal("jsonrpc", inventory.Capabilities.Single(capability => capability.What == "inventory").By));
        Assert.DoesNotContain(bed.Server.RecentCalls, call => call.Transport == "rest");
    }

    [Theory]
    [InlineData(MockNasProfile.TrueNas260, NasKind.Auto, "api_user")]
    [InlineData(MockNasProfile.TrueNas260, NasKind.Rest, "is TrueNAS 26.0")]
    [InlineData(MockNasProfile.Scale2410, NasKind.JsonRpc, "no JSON-RPC")]
    public async Task What_a_release_does_not_speak_is_said_and_what_to_choose(MockNasProfile profile, NasKind kind, string words)
    {
        await using var bed = await TrueNasBed.StartAsync(profile);
        var connection = kind == NasKind.JsonRpc ? bed.WithUser : bed.Connection;

        var refusal = await Assert.ThrowsAsync<NasException>(() => bed.Nas(connection with { Kind = kind }).ReadInventoryAsync(TrueNasBed.Cancelled));

        Assert.Equal(NasFault.NotSupported, refusal.Fault);
        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task P7_a_redirect_is_not_followed_and_the_key_stays_here()
    {
        await using var bed = await TrueNasBed.StartAsync(MockNasProfile.Scale2410, new BoxFaults { RedirectToHttps = true });
        var plain = bed.Connection with { Url = bed.Server.BaseUrl };

        var refusal = await Assert.ThrowsAsync<NasException>(() => bed.Nas(plain).ReadInventoryAsync(TrueNasBed.Cancelled));

        Assert.Equal(NasFault.UnexpectedAnswer, refusal.Fault);
        Assert.Contains("points elsewhere (307", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://192.0.2.1")]
    [InlineData("ws://192.0.2.1")]
    public async Task A1_a_key_is_not_sent_in_the_clear(string url)
    {
        await using var bed = await TrueNasBed.StartAsync(MockNasProfile.Scale2410);

        var refusal = await Assert.ThrowsAsync<NasException>(() => bed.Nas(bed.Connection with { Url = new Uri(url) }).ReadInventoryAsync(TrueNasBed.Cancelled));

        Assert.Equal(NasFault.NotSupported, refusal.Fault);
        Assert.Contains("not encrypted", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A6_a_key_that_is_refused_is_offered_once()
    {
        await using var bed = await TrueNasBed.StartAsync(MockNasProfile.Scale2410);
        var nas = bed.Nas(bed.Connection with { ApiKey = "9-wrong" });

        for (var poll = 0; poll < 20; poll++)
        {
            var refusal = await Assert.ThrowsAsync<NasException>(() => nas.ReadInventoryAsync(TrueNasBed.Cancelled));
            Assert.Equal(NasFault.AuthenticationFailed, refusal.Fault);
            bed.Clock.Advance(TimeSpan.FromSeconds(12));
        }
    }

    [Fact]
    public async Task A3_a_key_without_rights_is_told_so()
    {
        await using var bed = await TrueNasBed.StartAsync(MockNasProfile.Scale2410, new BoxFaults { DenyRoles = true });

        var refusal = await Assert.ThrowsAsync<NasException>(() => bed.Nas().ReadInventoryAsync(TrueNasBed.Cancelled));

        Assert.Contains("may not call", refusal.Message, StringComparison.Ordinal);
    }
}
