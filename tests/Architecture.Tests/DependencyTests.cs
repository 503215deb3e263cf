using Xunit;

namespace Burnin.Architecture.Tests;

public sealed class DependencyTests
{
    private static readonly string[] All =
        ["Domain", "Grains", "Grains.Interfaces", "History", "Messages", "MockTrueNas", "Nas", "WebFront"];

    /// <summary>The whole architecture, one line a project: who may see whom, and which packages.</summary>
    public static TheoryData<string, string[], string[]> Rules() => new()
    {
        { "Domain", [], [] },
        { "Grains.Interfaces", [], ["Microsoft.Orleans.Sdk"] },
        { "Grains", ["Domain", "Grains.Interfaces"], ["Microsoft.Orleans.Sdk", "Microsoft.Orleans.Reminders", "Microsoft.Extensions.Identity.Core", "Ulid"] },
        { "Nas", ["Domain"], ["SSH.NET", "Polly.Core"] },
        { "Messages", ["Domain"], ["MailKit"] },
        { "History", ["Domain"], ["Dapper", "dbup-core", "dbup-sqlite", "Microsoft.Data.Sqlite"] },
        { "WebFront", ["Grains.Interfaces", "History"], ["CsvHelper", "Microsoft.AspNetCore.OpenApi", "QRCoder"] },
        {
            "Silo", All,
            [
                "Microsoft.Data.Sqlite", "Microsoft.Orleans.Server", "Microsoft.Orleans.Persistence.AdoNet",
                "Microsoft.Orleans.Reminders.AdoNet",
            ]
        },
        { "MockTrueNas", [], [] },
        { "tests/Archive", ["Domain", "History"], [] },
        { "tests/Rig", [], [] },
        {
            // Live views are measured over feeds that a bench fills: no NAS changes two hundred drives a second.
            "bench", ["Rig", "Grains", "Grains.Interfaces", "History", "WebFront"],
            ["Microsoft.AspNetCore.SignalR.Client", "Microsoft.Data.Sqlite", "Microsoft.Orleans.Server"]
        },
        { "bench/SmartBench", ["Domain"], ["BenchmarkDotNet"] },
    };

    [Theory, MemberData(nameof(Rules))]
    public void A_project_uses_only_what_its_rule_allows(string project, string[] mayUse, string[] mayInstall)
    {
        Assert.Empty(Repository.ProjectReferencesOf(project).Except(mayUse));
        Assert.Empty(Repository.PackageReferencesOf(project).Except(mayInstall));
    }

    /// <summary>Test projects use what they test; every other project stands in the table.</summary>
    [Fact]
    public void Every_project_has_a_rule_and_every_rule_a_project() =>
        Assert.Equal(
            Rules().Select(row => row.Data.Item1).Order(StringComparer.Ordinal),
            Repository.Projects().Where(path => !path.EndsWith(".Tests", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    public static TheoryData<string, string[]> LayerRules() =>
        new(Rules().Where(row => Assemblies.Layers.Contains(row.Data.Item1)).Select(row => (row.Data.Item1, row.Data.Item2)));

    /// <summary>A project file can be clean while a layer leaks in through another; the assembly cannot lie.</summary>
    [Theory, MemberData(nameof(LayerRules))]
    public void A_built_layer_refers_to_no_layer_that_its_rule_forbids(string project, string[] mayUse) =>
        Assert.Empty(ReferencesOf(project).Where(IsOurs).Except(mayUse.Select(layer => $"Burnin.{layer}")));

    [Fact]
    public void The_domain_needs_nothing_but_the_base_library() =>
        Assert.All(ReferencesOf("Domain"), name => Assert.StartsWith("System.", name, StringComparison.Ordinal));

    /// <summary>A mock that shared a type with the client would agree with the client's mistakes.</summary>
    [Fact]
    public void The_mock_shares_no_code_with_us() =>
        Assert.DoesNotContain(
            Repository.SourceFiles()
                .Where(path => Path.GetRelativePath(Repository.Root, path).StartsWith("MockTrueNas/", StringComparison.Ordinal))
                .SelectMany(File.ReadLines),
            line => line.StartsWith("using Burnin.", StringComparison.Ordinal)
                && !line.StartsWith("using Burnin.MockTrueNas", StringComparison.Ordinal));

    private static IEnumerable<string> ReferencesOf(string project) =>
        Assemblies.Of(project).GetReferencedAssemblies().Select(assembly => assembly.Name!);

    private static bool IsOurs(string name) => name.StartsWith("Burnin.", StringComparison.Ordinal);
}
