using Burnin.WebFront.Tests.Host;

// "--serve [url]" opens the showroom to be looked at in a browser; everything else runs the tests.
if (args is ["--serve", .. var rest])
{
    await LiveShowroom.ServeAsync(rest is [var url, ..] ? url : "http://127.0.0.1:5080");
    return 0;
}

return args.Any(arg => arg is "--server" or "--internal-msbuild-node")
    ? await Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, Burnin.WebFront.Tests.SelfRegisteredExtensions.AddSelfRegisteredExtensions)
    : await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
