using System.Net;
using Burnin.Archive;
using Burnin.Domain.Jobs;
using Burnin.Grains.Interfaces;
using Burnin.Grains.Interfaces.Jobs;
using Burnin.WebFront.Tests.Fakes;
using Burnin.WebFront.Tests.Host;

namespace Burnin.WebFront.Tests.Pages;

public sealed class BurnInPageTests(ArchiveFixture fixture)
{
    private readonly FrontHost front = fixture.Front;

    [Fact]
    public async Task A_verdict_is_one_of_four_with_its_reasons_the_rules_and_what_to_do()
    {
        var page = await front.Http.PageAsync($"/history/{KnownJobs.Failed}");

        Assert.Equal(("Fail", "Fail"), (page.Text(".verdict__word"), page.Text(".four [aria-current]")));
        Assert.Equal(4, page.QuerySelectorAll(".four li").Length);
        Assert.Equal(3, page.QuerySelectorAll(".verdict .reasons li").Length);
        Assert.StartsWith("fail: 8 blocks at 4.97 TB came back different", page.Texts(".reasons li")[0], StringComparison.Ordinal);
        Assert.Equal(["surface_validate: bad_blocks", "classic: pending_sectors", "surface_validate: untested_bytes"], page.Texts(".verdict .rule"));
        Assert.Contains("return or replace it", page.Text(".verdict .kv"), StringComparison.Ordinal);
        Assert.Contains("40.9 % of the drive", page.Text(".verdict .kv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stages_stand_in_order_with_what_each_took_and_came_to()
    {
        var page = await front.Http.PageAsync($"/history/{KnownJobs.Failed}");

        Assert.Equal(["Precheck passed", "SMART short passed", "SMART long passed", "Surface failed", "Final check failed"], page.Texts(".timeline__name"));
        Assert.Contains("ended at 41.2 %", page.Texts(".timeline small")[3], StringComparison.Ordinal);
        Assert.Contains("8 bad blocks", page.Texts(".timeline small")[3], StringComparison.Ordinal);
        Assert.Contains("Testing with pattern 0x55", page.Text(".timeline .log"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evidence_can_be_read_and_taken_away_and_what_was_drawn_from_it_is_shown()
    {
        var page = await front.Http.PageAsync($"/history/{KnownJobs.Failed}");

        Assert.Equal(["smart_before.json Precheck", "segments.json Surface", "surface.log Surface", "smart_after.json Final check"], page.Texts(".files__name").Take(4));
        foreach (var link in page.QuerySelectorAll(".files a[download]").Select(link => link.GetAttribute("href")!))
        {
            using var file = await front.Http.GetAsync(link, TestContext.Current.CancellationToken);
            Assert.True(file.IsSuccessStatusCode, link);
        }

        Assert.Equal(8, page.QuerySelectorAll(".blocks tbody tr").Length);
        Assert.Equal(["0xAA", "0x55", "0xFF", "0x00"], page.Texts(".passes tbody th"));
        Assert.Equal(2, page.QuerySelectorAll("figure[data-chart=speed] path.line").Length);
        var pending = page.QuerySelectorAll(".smart tbody tr").Single(row => row.QuerySelector("td")!.TextContent.Contains("197", StringComparison.Ordinal));
        Assert.Equal(["0", "8", "+8"], pending.QuerySelectorAll("td.num").Take(3).Select(cell => cell.TextContent));
        Assert.Contains("bad", pending.QuerySelectorAll("td.num")[2].ClassName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_acts_of_people_and_the_other_burn_ins_of_the_drive_are_one_step_away()
    {
        var page = await front.Http.PageAsync($"/history/{KnownJobs.Failed}");

        Assert.Contains("marta burnin start", page.Text(".acts li"), StringComparison.Ordinal);
        Assert.Equal($"/history/{KnownJobs.Passed}", page.Link("[aria-label='other burn-ins of this drive'] a"));
    }

    [Fact]
    public async Task One_that_runs_shows_how_far_it_is_and_follows_itself()
    {
        var page = await front.Http.PageAsync("/history/job-sdc");

        Assert.Equal("/history/job-sdc", page.QuerySelector("#job")!.GetAttribute("data-live"));
        Assert.Equal("52.8%", page.Text(".progress__pct"));
        Assert.Equal("surface 51 percent of 4 passes", page.QuerySelector(".timeline .meter")!.GetAttribute("aria-label"));
        Assert.Equal(["pause", "cancel"], page.QuerySelectorAll("[data-act]").Select(button => button.GetAttribute("data-act")));
        Assert.Empty(page.QuerySelectorAll(".four [aria-current]"));
        Assert.Null((await front.Http.PageAsync($"/history/{KnownJobs.Failed}")).QuerySelector("#job")!.GetAttribute("data-live"));
    }

    [Fact]
    public async Task One_that_stands_still_says_why_and_offers_what_can_be_done()
    {
        var hot = await front.Http.PageAsync("/history/job-sdd");
        var held = await front.Http.PageAsync("/history/job-paused");

        Assert.Contains("Too hot: 58 °C", hot.Text(".progress p.hot"), StringComparison.Ordinal);
        Assert.Contains("Paused by marta.", held.Text(".progress"), StringComparison.Ordinal);
        Assert.Equal("resume", held.QuerySelector("[data-act]")!.GetAttribute("data-act"));
    }

    [Fact]
    public async Task One_whose_cancel_is_not_proved_can_be_ended_without_proof_and_says_who_did()
    {
        var running = front.World.Jobs["job-sdc"];
        front.World.Jobs["job-unproved"] = running with { Summary = running.Summary with { JobId = "job-unproved", Cancelling = true, Trouble = "Process 7 still holds the disk." } };
        var waiting = await front.Http.PageAsync("/history/job-unproved");
        front.World.Jobs["job-unproved"] = running with
        {
            GivenUpBy = "jo",
            Summary = running.Summary with { JobId = "job-unproved", State = "cancelled", FinishedAt = running.Summary.CreatedAt.AddHours(9), Trouble = "No route to the NAS." },
        };
        var ended = await front.Http.PageAsync("/history/job-unproved");

        Assert.Equal(["give-up", "cancel"], waiting.QuerySelectorAll("[data-act]").Select(button => button.GetAttribute("data-act")));
        Assert.Contains("Process 7 still holds the disk.", waiting.Text(".progress"), StringComparison.Ordinal);
        Assert.Empty(ended.QuerySelectorAll("[data-act]"));
        Assert.Equal("jo ended this without the proof that nothing is left running on the drive. Burnin goes on trying to end the run. No route to the NAS.", ended.Text("#job > .notice"));
    }

    [Fact]
    public async Task What_another_policy_made_of_it_stands_beside_the_verdict_with_numbers_and_advice()
    {
        await using var own = await FrontHost.StartAsync(Showroom.Open());
        own.World.Jobs["job-failed-fail"] = own.World.Jobs["job-failed-fail"] with
        {
            Policy = "new@1",
            Reasons = [new ReasonView { Code = "pending_sectors", Severity = "fail", Text = "Pending sectors: 8.", Rule = "new@1", Before = 0, After = 8.5m, Limit = 0, WhatNext = "Return it to the seller." }],
            Judgements = [new JudgementView { Policy = "used@1", Verdict = "pass_with_notes", Reasons = [], By = "marta", At = Showroom.Now }],
        };

        var page = await own.Http.PageAsync("/history/job-failed-fail");

        Assert.Equal(("Return it to the seller.", "0 → 8.5, limit 0"), (page.Text(".reasons__next"), page.Text(".rule__numbers")));
        Assert.Equal("Pass with notes by used@1, marta", page.Text("[aria-label='judged again'] .files__name"));
        Assert.Contains("Policynew@1", page.Text(".verdict .kv").Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(["new", "used", "classic"], page.QuerySelectorAll("[data-judge]").Select(button => button.GetAttribute("data-judge")));
        Assert.Empty((await own.Http.PageAsync("/history/job-sdc")).QuerySelectorAll("[data-judge]"));
    }

    [Fact]
    public async Task While_the_job_cannot_be_asked_its_page_shows_what_was_recorded_and_says_so()
    {
        await using var own = await FrontHost.StartAsync(Showroom.Open());
        await own.Services.GetRequiredService<IJobLedger>().RecordAsync(
            new JobEntry
            {
                JobId = "recorded-only",
                Sequence = 1,
                DriveId = "d",
                Nas = "n",
                DeviceName = "sda",
                Serial = "S1",
                Model = "M1",
                SizeBytes = 1000,
                Operator = "marta",
                Profile = "full",
                State = "running",
                IsOver = false,
                CreatedAt = Showroom.Now,
                Reasons = [],
                Stages = [new JobStage { Name = StageName.Precheck, State = StageState.Running, ExpectedSeconds = 10, Percent = 50 }],
            },
            TestContext.Current.CancellationToken);
        own.World.JobFailure = () => new TimeoutException();

        var page = await own.Http.PageAsync("/history/recorded-only");

        Assert.StartsWith("This is what was last recorded", page.Text(".notice--warn"), StringComparison.Ordinal);
        Assert.Equal(("S1", "50.0%"), (page.Text("h1"), page.Text(".progress__pct")));
    }

    [Fact]
    public async Task The_printed_sheet_has_all_of_it_and_a_code_that_leads_back()
    {
        var page = await front.Http.PageAsync($"/history/{KnownJobs.WithNotes}/print");

        Assert.Equal(("ZL2AQ4F0", "Pass with notes"), (page.Text("h1"), page.Text(".verdict__word")));
        Assert.Equal(["Reasons", "Stages", "SMART before and after", "Speed over position, MB/s"], page.Texts("h2"));
        Assert.EndsWith("marta", page.Text(".sheet__verdict .kv"), StringComparison.Ordinal);
        var url = new Uri(front.Address, $"/history/{KnownJobs.WithNotes}").ToString();
        Assert.Equal($"QR code of {url}", page.QuerySelector(".qr")!.GetAttribute("aria-label"));
        Assert.EndsWith(url, page.Text(".sheet__foot"), StringComparison.Ordinal);
        Assert.Matches("[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9:]{8}Z", page.Text(".sheet__verdict .kv"));
    }

    [Fact]
    public async Task A_sheet_of_one_that_still_runs_proves_nothing_and_says_so() =>
        Assert.Contains("This sheet proves nothing yet", (await front.Http.PageAsync("/history/job-sdc/print")).Text(".sheet__notyet"), StringComparison.Ordinal);

    [Theory]
    [InlineData("/history/none")]
    [InlineData("/history/none/print")]
    public async Task One_that_is_not_there_is_a_page_that_leads_on(string path)
    {
        var page = await front.Http.PageAsync(path, HttpStatusCode.NotFound);

        Assert.Equal(("No such burn-in", "/history"), (page.Text(".empty h2"), page.Link(".empty a")));
    }
}
