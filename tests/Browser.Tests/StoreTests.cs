using Xunit;

namespace Burnin.Browser.Tests;

/// <summary>What a page makes of the deltas it hears: store.js, which touches no page.</summary>
[Collection(nameof(ShownFleetCollection))]
public sealed class StoreTests(ShownFleet fleet)
{
    private const string Prelude =
        """
        const { Store } = await import('/js/store.js');
        const store = new Store(() => {});
        store.setFleet([{ name: 'a' }, { name: 'b' }]);
        const snapshot = (nas, seq, location, epoch = 1) =>
          store.takeSnapshot({ nas, epoch, seq, drives: [{ id: `${nas}1`, nas, location, size_bytes: 5 }] });
        const delta = (nas, from, location, epoch = 1) =>
          store.takeDelta({ nas, epoch, from, to: from + 1, drives: [{ id: `${nas}1`, location }], removed: [] });
        const at = (nas) => store.drives.get(`${nas}1`)?.location ?? null;
        """;

    [Fact]
    public async Task A_change_keeps_what_it_does_not_speak_of() =>
        Assert.Equal("""{"id":"a1","nas":"a","location":"y","size_bytes":5}""", await RunAsync("snapshot('a', 7, 'x'); delta('a', 7, 'y'); return store.drives.get('a1');"));

    [Fact]
    public async Task A_change_of_a_job_keeps_the_rest_of_it_and_another_job_takes_its_place() =>
        Assert.Equal("""[{"job_id":"1","state":"running","percent":2,"eta":null},{"job_id":"2","state":"queued"},null]""", await RunAsync(
            """
            const change = (seq, job) => store.takeDelta({ nas: 'a', epoch: 1, from: seq, to: seq + 1, drives: [{ id: 'a1', job }], removed: [] });
            const jobs = [];
            snapshot('a', 1, 'x');
            change(1, { job_id: '1', state: 'running', percent: 1, eta: null });
            change(2, { percent: 2 });
            jobs.push(store.drives.get('a1').job);
            change(3, { job_id: '2', state: 'queued' });
            jobs.push(store.drives.get('a1').job);
            change(4, null);
            return [...jobs, store.drives.get('a1').job];
            """));

    [Fact]
    public async Task A_change_that_comes_twice_changes_nothing() =>
        Assert.Equal("""[true,true,true,"z"]""", await RunAsync("snapshot('a', 7, 'x'); return [delta('a', 7, 'y'), delta('a', 8, 'z'), delta('a', 7, 'y'), at('a')];"));

    [Theory]
    [InlineData("delta('a', 9, 'lost one before')")]
    [InlineData("delta('a', 7, 'of another count', 2)")]
    public async Task After_a_gap_or_in_a_new_epoch_a_snapshot_is_asked_for_and_of_that_NAS_only(string change) =>
        Assert.Equal("""[false,"x",true,"y"]""", await RunAsync($"snapshot('a', 7, 'x'); snapshot('b', 3, 'x'); return [{change}, at('a'), delta('b', 3, 'y'), at('b')];"));

    [Fact]
    public async Task Changes_wait_for_the_snapshot_and_those_that_it_holds_already_are_left_out() =>
        Assert.Equal("""[null,true,"9"]""", await RunAsync(
            "store.hold('a'); for (let seq = 5; seq < 10; seq += 1) delta('a', seq, String(seq)); const before = at('a'); return [before, snapshot('a', 7, 'x'), at('a')];"));

    [Fact]
    public async Task What_waits_for_a_snapshot_that_does_not_come_is_not_kept_without_end() =>
        Assert.Equal("""[true,false,true,"9999"]""", await RunAsync(
            """
            store.hold('a');
            for (let seq = 0; seq < 10000; seq += 1) delta('a', seq, String(seq));
            const isBounded = store.nases.get('a').buffer.length < 1000;
            const old = snapshot('a', 5, 'x');
            store.hold('a');
            delta('a', 9999, '9999');
            return [isBounded, old, snapshot('a', 9999, 'y'), at('a')];
            """));

    [Fact]
    public async Task A_connection_that_comes_back_with_nothing_missed_needs_no_snapshot() =>
        Assert.Equal("""[true,"y",false]""", await RunAsync(
            "snapshot('a', 7, 'x'); store.hold('a'); delta('a', 7, 'y'); const isWhole = store.release('a', 1, 7); const now = at('a'); store.hold('a'); return [isWhole, now, store.release('a', 1, 9)];"));

    private async Task<string> RunAsync(string script)
    {
        await using var shown = await fleet.OpenAsync("/audit");
        return await shown.Page.EvaluateAsync<string>($"async () => JSON.stringify(await (async () => {{ {Prelude}\n{script} }})())");
    }
}
