using Burnin.Domain.Nases;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Burnin.Nas.Tests;

public sealed class NasConnectorTests
{
    private static readonly NasConnection Settings = new()
    {
        Name = "one",
        Kind = NasKind.Original,
        Url = new Uri("http://127.0.0.1:1/"),
    };

    [Fact]
    public async Task The_same_settings_give_the_same_nas_and_others_replace_it()
    {
        await using var services = new ServiceCollection().AddLogging().AddNas().BuildServiceProvider();
        var connector = services.GetRequiredService<INasConnector>();

        var first = connector.Open(Settings);
        var same = connector.Open(Settings with { });
        var other = connector.Open(Settings with { ApiKey = "new" });
        await connector.CloseAsync("one");
        await connector.CloseAsync("one");
        var reopened = connector.Open(Settings with { ApiKey = "new" });

        Assert.Same(first, same);
        Assert.NotSame(first, other);
        Assert.NotSame(other, reopened);
    }

    [Fact]
    public async Task Settings_that_make_no_nas_say_so_and_leave_the_old_one()
    {
        await using var services = new ServiceCollection().AddLogging().AddNas().BuildServiceProvider();
        var connector = services.GetRequiredService<INasConnector>();
        var first = connector.Open(Settings);

        var failure = Assert.Throws<NasException>(() => connector.Open(Settings with { Url = null }));

        Assert.Equal(NasFault.NotSupported, failure.Fault);
        Assert.Same(first, connector.Open(Settings));
    }
}
