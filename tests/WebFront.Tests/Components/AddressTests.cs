using Burnin.WebFront.Pages.Shell;

namespace Burnin.WebFront.Tests.Components;

public sealed class AddressTests
{
    [Theory]
    [InlineData("/history", "", "/history")]
    [InlineData("/history?a=1", "2", "/history?a=1&q=2")]
    [InlineData("/history?q=1&a=1", "2", "/history?a=1&q=2")]
    [InlineData("/history?q=1&q=3&a=1", "", "/history?a=1")]
    [InlineData("/history?a=&b=x%20y", "ä&=", "/history?b=x%20y&q=%C3%A4%26%3D")]
    public void An_address_takes_one_value_of_a_name(string address, string value, string expected) =>
        Assert.Equal(expected, new PageQuery(address).With("q", value).ToString());
}
