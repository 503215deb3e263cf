using System.Text.Json;
using Burnin.Rig;
using Xunit;

namespace Burnin.EndToEnd.Tests;

/// <summary>Burnin from a shell: what a script sees, by words and by exit codes.</summary>
public sealed class CliTests : IAsyncLifetime
{
    private BurninProcess burnin = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => burnin = await BurninProcess.StartAsync(BurninSetup.Demo(speedUp: 600), Token);

    public ValueTask DisposeAsync() => burnin.DisposeAsync();

    [Fact]
    public async Task A_script_lists_starts_watches_and_reads_the_verdict()
    {
        var (code, list, _) = await RunAsync("drives", "--state", "idle", "--json");
        var drives = list.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal((0, 15), (code, drives.Count));
        var serial = drives[0].Text("serial");

        var unsaid = await RunAsync("start", serial);
        Assert.Equal(2, unsaid.Code);
        Assert.Equal($"This erases the drive. If you mean it, say so: --erase {serial}\n", unsaid.Errors);

        var started = await RunAsync("start", serial, "--profile", "quick", "--erase", serial, "--watch");
        Assert.True(started.Code == 0, started.Output + started.Errors);
        Assert.Contains("pass with notes", started.Output, StringComparison.Ordinal);

        var verdict = await RunAsync("verdict", serial);
        Assert.Equal(0, verdict.Code);
        Assert.Contains("note: The I/O stage was simulated", verdict.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_drive_is_an_exit_code_of_1_whoever_waits_for_it()
    {
        var (_, list, _) = await RunAsync("drives");
        var serial = list.Split('\n').Single(line => line.StartsWith("FAIL001", StringComparison.Ordinal)).Split(' ')[0];

        Assert.Equal(0, (await RunAsync("start", serial, "--profile", "short_long")).Code);
        Assert.Equal(1, (await RunAsync("watch", serial)).Code);
        Assert.Equal(1, (await RunAsync("verdict", serial)).Code);
    }

    [Fact]
    public async Task Several_are_erased_only_by_their_number()
    {
        var (_, list, _) = await RunAsync("drives", "--json");
        var serials = list.Split('\n', StringSplitOptions.RemoveEmptyEntries).Take(2).Select(line => JsonDocument.Parse(line).RootElement.Text("serial")).ToArray();

        Assert.Contains("--erase-all 2", (await RunAsync(["start", .. serials])).Errors, StringComparison.Ordinal);
        Assert.Contains("but 2 drives are named", (await RunAsync(["start", .. serials, "--erase-all", "3"])).Errors, StringComparison.Ordinal);
        Assert.Contains("is for one drive", (await RunAsync(["start", .. serials, "--erase", serials[0]])).Errors, StringComparison.Ordinal);
        var (code, output, errors) = await RunAsync(["start", .. serials, "--erase-all", "2", "--profile", "short"]);
        Assert.Equal((0, ""), (code, errors));
        Assert.Equal(2, output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);

        var again = await RunAsync("start", serials[0], "--erase", serials[0], "--profile", "quick");
        Assert.NotEqual(0, again.Code);
        Assert.Contains("is not over", again.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no drive nope", "start", "nope")]
    [InlineData("There is no drive nope", "verdict", "nope")]
    [InlineData("There is no option --fast", "watch", "--fast")]
    [InlineData("--profile needs a value", "start", "x", "--profile")]
    [InlineData("Name the serials", "start")]
    [InlineData("Burnin does not answer", "drives", "--url", "http://127.0.0.1:1")]
    [InlineData("is no address", "drives", "--url", "attic")]
    public async Task What_cannot_be_done_is_said_and_ends_with_2(string said, params string[] words)
    {
        var (code, output, errors) = await RunAsync(words);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(said, errors, StringComparison.Ordinal);
    }

    private Task<(int Code, string Output, string Errors)> RunAsync(params string[] words) =>
        Verb.RunAsync(words.Contains("--url") ? words : [words[0], "--url", burnin.BaseAddress.ToString(), .. words[1..]]);
}
