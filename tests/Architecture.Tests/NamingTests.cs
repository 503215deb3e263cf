using System.Text.RegularExpressions;
using Xunit;

namespace Burnin.Architecture.Tests;

public sealed partial class NamingTests
{
    public static TheoryData<string> Layers() => [.. Assemblies.Layers];

    [Theory, MemberData(nameof(Layers))]
    public void A_type_is_named_for_what_it_is(string layer) =>
        Assert.DoesNotContain(Assemblies.WrittenTypes(Assemblies.Of(layer)), type => Nameless().IsMatch(type.Name));

    [GeneratedRegex("(Manager|Helpers?|Utils?|Utilities|Base|Common|Misc)(`[0-9]+)?$")]
    private static partial Regex Nameless();
}
