using Burnin.Domain.Messages;
using Burnin.Grains.Messages;
using Xunit;

namespace Burnin.Grains.Tests.Messages;

public sealed class WebhookLimitsTests
{
    [Theory]
    [InlineData("ftp://hooks.example/x")]
    [InlineData("hooks.example/x")]
    [InlineData("https://ann:secret@hooks.example/x")]
    public void An_address_that_cannot_be_called_is_refused_without_being_repeated(string url)
    {
        var result = new WebhookLimits().Validate(null, new WebhookOptions { Url = url });

        Assert.True(result.Failed);
        Assert.DoesNotContain("hooks.example", result.FailureMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://ntfy.sh/", false)]
    [InlineData("https://ntfy.sh/my-drives", true)]
    public void Of_ntfy_the_address_names_a_topic(string url, bool isValid) =>
        Assert.Equal(isValid, new WebhookLimits().Validate(null, new WebhookOptions { Url = url, Preset = WebhookPreset.Ntfy }).Succeeded);

    [Fact]
    public void Without_an_address_everything_goes() => Assert.True(new WebhookLimits().Validate(null, new WebhookOptions()).Succeeded);
}
