using Burnin.Grains.Interfaces.Nases;
using Burnin.Grains.Nases;
using Xunit;

namespace Burnin.Grains.Tests.Nases;

public sealed class NasChangesTests
{
    private static readonly NasSettings Known = new()
    {
        Kind = "rest",
        Url = "https://10.0.0.5",
        ApiKey = "1-key",
        Ssh = new SshSettings { Host = "10.0.0.5", Password = "hunter2", HostKey = "SHA256:known" },
    };

    [Fact]
    public void What_is_not_said_stays() => Assert.Equal(Known with { MaxParallel = 5 }, new NasChange { MaxParallel = 5 }.AppliedTo(Known));

    [Fact]
    public void An_empty_text_takes_away()
    {
        var changed = new NasChange { Url = "", Ssh = new SshSettings { Host = "" } }.AppliedTo(Known);

        Assert.Null(changed.Url);
        Assert.Null(changed.Ssh);
    }

    [Theory]
    [InlineData("https://10.0.0.5/", true)]
    [InlineData("http://10.0.0.5", false)]
    [InlineData("https://10.0.0.5:8443", false)]
    [InlineData("https://10.0.0.6", false)]
    public void A_key_goes_to_no_other_address_than_the_one_it_was_entered_for(string url, bool stays) =>
        Assert.Equal(stays ? "1-key" : null, new NasChange { Url = url }.AppliedTo(Known).ApiKey);

    [Theory]
    [InlineData("10.0.0.5", "root", "hunter2", "SHA256:known")]
    [InlineData("10.0.0.5", "burnin", null, "SHA256:known")]
    [InlineData("10.0.0.6", "root", null, null)]
    public void A_password_goes_to_no_other_host_or_user(string host, string user, string? password, string? hostKey)
    {
        var ssh = new NasChange { Ssh = new SshSettings { Host = host, User = user } }.AppliedTo(Known).Ssh!;

        Assert.Equal((password, hostKey), (ssh.Password, ssh.HostKey));
    }

    [Fact]
    public void A_new_secret_takes_the_place_of_the_old_one()
    {
        var ssh = new NasChange { Ssh = new SshSettings { Host = "10.0.0.5", PrivateKey = "PEM" } }.AppliedTo(Known).Ssh!;

        Assert.Equal((null, "PEM"), (ssh.Password, ssh.PrivateKey));
    }
}
