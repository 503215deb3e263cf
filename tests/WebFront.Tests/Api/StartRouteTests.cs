using System.Net;
using Burnin.Grains.Interfaces.Drives;
using Burnin.WebFront.Tests.Host;

namespace Burnin.WebFront.Tests.Api;

public sealed class StartRouteTests(FrontFixture fixture) : IClassFixture<FrontFixture>
{
    private const string Start = "/api/v1/burnin/start";

    private readonly FrontHost front = fixture.Front;

    [Fact]
    public async Task What_can_start_starts_and_what_cannot_is_named()
    {
        var rows = await Trail.OfAsync(front, async () =>
        {
            var (status, body) = await front.Http.SendAsync(HttpMethod.Post, Start, new
            {
                drive_ids = Ids("d-idle-1", "d-sdl", "none"),
                @operator = "marta",
                run_long = false,
                stage_order = Ids("surface_validate", "short_smart"),
                confirm_destructive = true,
            });

            Assert.Equal(HttpStatusCode.Accepted, status);
            Assert.Equal("d-idle-1", Assert.Single(body.GetProperty("jobs").EnumerateArray()).Text("drive_id"));
            Assert.Equal(["in_use", "unknown_drive"], body.GetProperty("refused").EnumerateArray().Select(refused => refused.Text("code")));
        });

        Assert.Equal(("marta", "burnin_start", "done"), (Assert.Single(rows).Actor, rows[0].Action, rows[0].Outcome));
        Assert.Contains("pool tank", rows[0].Detail, StringComparison.Ordinal);
        var (_, wish) = front.World.Starts.Single(start => start.DriveId == "d-idle-1" && start.Wish.DrivesInBatch == 3);
        Assert.Equal(((bool?)null, (bool?)null, (bool?)false, true), (wish.RunSurface, wish.RunShort, wish.RunLong, wish.ConfirmDestructive));
        Assert.Equal(["surface_validate", "short_smart"], wish.StageOrder!.Value.AsEnumerable());
    }

    [Fact]
    public async Task How_the_surface_is_tested_reaches_the_drive_as_it_was_said()
    {
        await front.Http.SendAsync(HttpMethod.Post, Start, new
        {
            drive_ids = Ids("d-label"),
            @operator = "marta",
            confirm_serial = "VRG4LABE",
            surface_engine = "badblocks",
            surface_passes = 2,
            surface_mode = "write",
            max_bad_blocks = 1,
            override_stale_label = "VRG4LABE",
            policy = "used",
        });

        var (_, wish) = front.World.Starts.Single(start => start.DriveId == "d-label");
        Assert.Equal("used", wish.Policy);
        Assert.Equal(("badblocks", 2, "write", 1, "VRG4LABE"), (wish.SurfaceEngine, wish.SurfacePasses, wish.SurfaceMode, wish.MaxBadBlocks, wish.OverrideStaleLabel));
    }

    [Fact]
    public async Task A_plan_tells_what_a_start_would_take_and_whom_it_would_refuse_and_changes_nothing()
    {
        var rows = await Trail.OfAsync(front, async () =>
        {
            var (status, body) = await front.Http.SendAsync(HttpMethod.Post, "/api/v1/burnin/plan", new { drive_ids = Ids("d-idle-2", "d-sdl", "none"), profile = "full" });

            Assert.Equal(HttpStatusCode.OK, status);
            var plan = Assert.Single(body.GetProperty("plans").EnumerateArray());
            Assert.Equal(("d-idle-2", "full", 3605), (plan.Text("drive_id"), plan.Text("profile"), plan.GetProperty("seconds").GetDouble()));
            Assert.Equal(["precheck", "surface_validate"], plan.GetProperty("stages").EnumerateArray().Select(stage => stage.Text("stage")));
            Assert.Equal(["in_use", "unknown_drive"], body.GetProperty("refused").EnumerateArray().Select(refused => refused.Text("code")));
            Assert.Equal(4 * front.World.Drives["d-idle-2"].SizeBytes, body.GetProperty("written_bytes").GetInt64());
            Assert.True(body.GetProperty("ends_at").GetDateTimeOffset() >= plan.GetProperty("starts_at").GetDateTimeOffset().AddSeconds(3605));
        });

        Assert.Empty(rows);
        Assert.DoesNotContain(front.World.Starts, start => start is { DriveId: "d-idle-2", Wish.Profile: "full" });
    }

    [Fact]
    public async Task A_plan_of_nothing_is_refused()
    {
        var (status, body) = await front.Http.SendAsync(HttpMethod.Post, "/api/v1/burnin/plan", new { drive_ids = Ids() });

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "invalid"), (status, body.Text("code")));
    }

    public static TheoryData<string, int, string> Refusals => new()
    {
        { "unknown", 404, "unknown_drive" },
        { "busy", 409, "busy" },
        { "in_use", 409, "in_use" },
        { "serial", 422, "serial_mismatch" },
        { "unreachable", 502, "unreachable" },
        { "host_key", 502, "host_key_changed" },
        { "time_out", 504, "time_out" },
        { "crash", 500, "unexpected" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task When_nothing_starts_the_answer_is_the_first_refusal(string which, int status, string code)
    {
        var id = $"refusing-{which}";
        front.World.StartAnswers[id] = () => which switch
        {
            "unknown" => new StartBurnInResult.UnknownDrive(),
            "busy" => new StartBurnInResult.Busy("job-1"),
            "in_use" => new StartBurnInResult.InUse([new InUseView("mounted", "It is mounted.")]),
            "serial" => new StartBurnInResult.Invalid("serial_mismatch", "That is another serial."),
            "unreachable" => new StartBurnInResult.NasFailed("unreachable", "It does not answer."),
            "host_key" => new StartBurnInResult.NasFailed("host_key_changed", "It has another key."),
            "time_out" => throw new TimeoutException(),
            _ => throw new InvalidOperationException("secret inner words"),
        };

        var rows = await Trail.OfAsync(front, async () =>
        {
            var answer = await front.Http.SendAsync(HttpMethod.Post, Start, new { drive_ids = Ids(id), @operator = "marta" });

            Answer.IsProblem(answer, (HttpStatusCode)status, code);
            Assert.Equal(id, Assert.Single(answer.Body.GetProperty("refused").EnumerateArray()).Text("drive_id"));
            Assert.DoesNotContain("secret", answer.Body.GetRawText(), StringComparison.Ordinal);
        });

        Assert.Equal(("refused", id), (Assert.Single(rows).Outcome, rows[0].DriveId));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"drive_ids":[]}""")]
    [InlineData("""{"drive_ids":[null]}""")]
    [InlineData("""{"drive_ids":["d-idle-3","d-idle-3"]}""")]
    public async Task A_list_that_cannot_be_is_refused_before_any_drive_is_asked(string body)
    {
        var rows = await Trail.OfAsync(front, async () =>
            Answer.IsProblem(await front.Http.SendAsync(HttpMethod.Post, Start, body), HttpStatusCode.UnprocessableEntity, "invalid"));

        Assert.Equal("refused", Assert.Single(rows).Outcome);
        Assert.DoesNotContain("d-idle-3", front.World.Starts.Select(start => start.DriveId));
    }

    [Fact]
    public async Task More_than_five_hundred_are_refused() => Answer.IsProblem(
        await front.Http.SendAsync(HttpMethod.Post, Start, new { drive_ids = Enumerable.Range(0, 501).Select(id => $"many-{id}") }),
        HttpStatusCode.UnprocessableEntity,
        "invalid");

    [Fact]
    public async Task The_same_key_and_body_start_once_and_are_answered_alike()
    {
        var body = new { drive_ids = Ids("d-idle-2"), @operator = "marta" };

        var rows = await Trail.OfAsync(front, async () =>
        {
            var answers = await Task.WhenAll(
                Enumerable.Range(0, 4).Select(_ => front.Http.SendAsync(HttpMethod.Post, Start, body, "key-once")));

            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Accepted, answer.Status));
            Assert.Single(answers.Select(answer => answer.Body.GetRawText()).Distinct());
        });

        Assert.Single(rows);
        Assert.Single(front.World.Starts, start => start.DriveId == "d-idle-2");
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused()
    {
        await front.Http.SendAsync(HttpMethod.Post, Start, new { drive_ids = Ids("none-1") }, "key-two");

        Answer.IsProblem(
            await front.Http.SendAsync(HttpMethod.Post, Start, new { drive_ids = Ids("none-2") }, "key-two"),
            HttpStatusCode.UnprocessableEntity,
            "idempotency_key_reused");
    }

    [Fact]
    public async Task A_failure_of_the_NAS_is_not_repeated_from_memory()
    {
        front.World.StartAnswers["flaky"] = () => new StartBurnInResult.NasFailed("unreachable", "It does not answer.");
        var body = new { drive_ids = Ids("flaky"), @operator = "marta" };
        Answer.IsProblem(await front.Http.SendAsync(HttpMethod.Post, Start, body, "key-three"), HttpStatusCode.BadGateway, "unreachable");

        front.World.StartAnswers["flaky"] = () => new StartBurnInResult.Started("job-flaky");
        Assert.Equal(HttpStatusCode.Accepted, (await front.Http.SendAsync(HttpMethod.Post, Start, body, "key-three")).Status);
    }

    private static string[] Ids(params string[] ids) => ids;
}
