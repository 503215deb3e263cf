using System.Text.RegularExpressions;
using Burnin.Rig;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Burnin.Browser.Tests;

/// <summary>The dialog that prepares a start, up to the moment of sending.</summary>
[Collection(nameof(ShownFleetCollection))]
public sealed class StartTests(ShownFleet fleet)
{
    private const string Prelude =
        """
        const { StartDraft } = await import('/js/start-draft.js');
        const drive = (id, change) => ({ id, nas: 'a', serial: `S${id}`, status: 'idle', in_use: [], ...change });
        const drives = Object.fromEntries([
          drive('1'), drive('2'), drive('3', { status: 'running' }),
          drive('4', { status: 'in_use', in_use: [{ code: 'zfs_pool', detail: 'Member of the pool tank.' }] }),
        ].map((one) => [one.id, one]));
        const draft = (...ids) => new StartDraft(ids, (id) => drives[id], 'ann');
        """;

    [Fact]
    public async Task One_drive_asks_for_its_serial_and_many_for_their_number_and_a_tick()
    {
        Assert.Equal("""["type the serial","type the serial",""]""", await RunAsync("const one = draft('1'); const said = [one.missing]; one.typed = 'S2'; said.push(one.missing); one.typed = 'S1'; return [...said, one.missing];"));
        Assert.Equal("""["type the number of drives","tick the box",""]""", await RunAsync("const two = draft('1', '2'); const said = [two.missing]; two.typed = '2'; said.push(two.missing); two.tick = true; return [...said, two.missing];"));
    }

    [Fact]
    public async Task What_is_busy_or_in_use_is_left_out_with_its_reason_and_a_test_that_erases_nothing_takes_also_what_is_in_use()
    {
        Assert.Equal("""[["1"],["3","4"],"Member of the pool tank."]""", await RunAsync("const it = draft('1', '3', '4'); return [it.drives.map((one) => one.id), it.excluded.map((one) => one.id), it.excluded[1].why];"));
        Assert.Equal("""[["1","4"],["3"]]""", await RunAsync("const it = draft('1', '3', '4'); it.adopt(['short_smart']); return [it.drives.map((one) => one.id), it.excluded.map((one) => one.id)];"));
        Assert.Equal("""{"drive_ids":["4"],"operator":"ann","stage_order":["short_smart","long_smart"]}""", await RunAsync("return draft('4').body;"));
    }

    [Fact]
    public async Task What_the_server_refuses_leaves_the_start_with_its_words() => Assert.Equal(
        """[["2"],"Mounted at /srv.","S2"]""",
        await RunAsync("const it = draft('1', '2'); it.plan = { refused: [{ drive_id: '1', code: 'in_use', reason: 'Mounted at /srv.' }] }; return [it.drives.map((one) => one.id), it.excluded[0].why, it.expected];"));

    [Fact]
    public async Task The_plan_tells_hours_bytes_and_the_end_and_follows_the_choice()
    {
        await using var shown = await OpenAsync();
        var plan = shown.Page.Locator("#start .plan");
        var written = plan.Locator("dd").Nth(1);

        await Expect(written).ToHaveTextAsync(new Regex("^[0-9.]+ TB / [0-9.]+ TB$"));
        await Expect(plan).ToContainTextAsync("Finishes");
        await Expect(shown.Page.Locator("#start .stages li").Nth(3)).ToContainTextAsync("writes");

        await shown.Page.Locator("#start .field--profile select").SelectOptionAsync("short");
        await Expect(written).ToHaveTextAsync("0 B / 0 B");
        await Expect(shown.Page.Locator("#stage-surface_validate")).Not.ToBeCheckedAsync();
        await Expect(shown.Page.Locator("#start").GetByLabel("serial", new() { Exact = true })).ToHaveCountAsync(0);

        await shown.Page.Locator("#stage-io_validate").CheckAsync();
        await Expect(shown.Page.Locator("#start .field--profile select")).ToHaveValueAsync("quick");
        Assert.Empty(shown.Faults);
    }

    [Fact]
    public async Task Stages_are_put_in_order_by_dragging()
    {
        await using var shown = await OpenAsync();
        var grips = shown.Page.Locator("#start .grip");

        await Eventually.TrueAsync(() => shown.Page.EvaluateAsync<bool>("Boolean(globalThis.Sortable)"), "the library that drags", cancellationToken: TestContext.Current.CancellationToken);
        await grips.Nth(2).DragToAsync(grips.Nth(0), new() { TargetPosition = new() { X = 7, Y = 4 } });

        await ExpectOrderAsync(shown.Page, "Surface", "SMART short", "SMART long", "Sampled I/O");
        await shown.Page.Locator("#stage-long_smart").UncheckAsync();
        await ExpectOrderAsync(shown.Page, "Surface", "SMART short", "SMART long", "Sampled I/O");
        Assert.Empty(shown.Faults);
    }

    [Fact]
    public async Task Stages_are_put_in_order_by_keys_and_the_focus_goes_with_them()
    {
        await using var shown = await OpenAsync();
        var surface = shown.Page.Locator("#stage-surface_validate");

        await surface.FocusAsync();
        await shown.Page.Keyboard.PressAsync("Alt+ArrowUp");
        await shown.Page.Keyboard.PressAsync("Alt+ArrowUp");
        await ExpectOrderAsync(shown.Page, "Surface", "SMART short", "SMART long", "Sampled I/O");
        await Expect(surface).ToBeFocusedAsync();
        await Expect(shown.Page.Locator("#start .stages + [role=status]")).ToHaveTextAsync("Surface is now 1st of 4.");

        await shown.Page.GetByLabel("move Surface down").PressAsync("Enter");
        await ExpectOrderAsync(shown.Page, "SMART short", "Surface", "SMART long", "Sampled I/O");
        await Expect(shown.Page.GetByLabel("move Surface down")).ToBeFocusedAsync();
        Assert.Empty(shown.Faults);
    }

    private static Task ExpectOrderAsync(IPage page, params string[] words) => Expect(page.Locator("#start .stages label b")).ToHaveTextAsync(words);

    private async Task<ShownPage> OpenAsync()
    {
        var shown = await fleet.OpenAsync("/?state=idle");
        await shown.Page.Locator("#drives .c-acts").GetByLabel("start burn-in").First.ClickAsync();
        await Expect(shown.Page.Locator("#start .plan")).ToBeVisibleAsync();
        return shown;
    }

    private async Task<string> RunAsync(string script)
    {
        await using var shown = await fleet.OpenAsync("/audit");
        return await shown.Page.EvaluateAsync<string>($"async () => JSON.stringify(await (async () => {{ {Prelude} {script} }})())");
    }
}
