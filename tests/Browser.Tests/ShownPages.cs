using Burnin.Archive;
using Xunit;

namespace Burnin.Browser.Tests;

/// <summary>
/// Every page there is. A line here, and it is tried with a keyboard's eyes, without scripts, on a phone and in both themes,
/// and has its picture taken for the documentation.
/// </summary>
internal static class ShownPages
{
    public static TheoryData<string, string> All => new()
    {
        { "dashboard", "/" },
        { "drive", $"/drives/{KnownJobs.Serial}" },
        { "nas", "/nas/demo" },
        { "nas-boxes", "/nas" },
        { "nas-form", "/nas/demo/settings" },
        { "history", "/history" },
        { "burn-in", $"/history/{KnownJobs.Failed}" },
        { "compare", $"/history/compare?run={KnownJobs.Passed}&run={KnownJobs.Failed}" },
        { "print", $"/history/{KnownJobs.WithNotes}/print" },
        { "stats", "/stats" },
        { "audit", "/audit" },
        { "settings", "/settings/tests" },
        { "mail", "/settings/mail" },
        { "webhook", "/settings/webhook" },
        { "not-found", "/history/none" },
    };
}
