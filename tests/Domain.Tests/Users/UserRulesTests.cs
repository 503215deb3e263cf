using Burnin.Domain.Users;
using Xunit;

namespace Burnin.Domain.Tests.Users;

public sealed class UserRulesTests
{
    [Theory]
    [InlineData("marta", true)]
    [InlineData("marta.k@example.org", true)]
    [InlineData("", false)]
    [InlineData("marta k", false)]
    [InlineData("ма́рта", false)]
    [InlineData("a\nb", false)]
    public void A_name_is_one_that_every_log_and_header_can_hold(string name, bool isFit) =>
        Assert.Equal(isFit, UserRules.NameProblem(name) is null);

    [Theory]
    [InlineData("correct horse", true)]
    [InlineData("ninechars", false)]
    [InlineData("tenchars!!", true)]
    [InlineData("aaaaaaaaaaaaaaaa", false)]
    [InlineData("my-MARTA-pass", false)]
    public void A_password_is_long_and_does_not_hold_the_name(string password, bool isFit) =>
        Assert.Equal(isFit, UserRules.PasswordProblem(password, "marta") is null);

    [Fact]
    public void Names_and_passwords_have_a_longest_length()
    {
        Assert.Null(UserRules.NameProblem(new string('a', 64)));
        Assert.NotNull(UserRules.NameProblem(new string('a', 65)));
        Assert.NotNull(UserRules.PasswordProblem(string.Concat(Enumerable.Repeat("abcdef", 40)), "marta"));
    }

    [Theory]
    [InlineData("viewer", Role.Viewer)]
    [InlineData("operator", Role.Operator)]
    [InlineData("admin", Role.Admin)]
    [InlineData("root", null)]
    [InlineData(null, null)]
    public void Roles_are_found_by_their_names_and_named_as_they_are_found(string? name, Role? role)
    {
        Assert.Equal(role, Roles.Find(name));
        Assert.True(role is null || Roles.NameOf(role.Value) == name);
    }
}
