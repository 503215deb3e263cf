using System.Collections.Immutable;
using System.Net;
using Burnin.MockTrueNas.Hosts;
using Burnin.MockTrueNas.Products;

namespace Burnin.MockTrueNas;

/// <summary>
/// Many boxes in a process of their own: section <c>MockTrueNas</c>, so <c>MockTrueNas__Boxes</c> in the environment. It tells where
/// they listen, and ends with <see cref="ViolatedExitCode"/> where a client did what no client may do.
/// </summary>
/// <param name="options">Which boxes.</param>
/// <param name="configuration">Says where a shell of each box is to be put, if anywhere: <c>HostFolder</c>.</param>
/// <param name="clock">Theirs.</param>
internal sealed class StandaloneFleet(MockFleetOptions options, IConfiguration configuration, TimeProvider clock) : IHostedService
{
    public const int ViolatedExitCode = 3;

    private const string Section = "MockTrueNas";
    private const int DefaultPort = 8100;

    private MockFleet? _fleet;

    /// <summary>Null where nobody asks for boxes or for a real product: then there is one box of the original's.</summary>
    public static MockFleetOptions? Read(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        var profiles = Profiles(section, configuration);

        if (section.GetValue<int?>("Boxes") is null && profiles.All(profile => profile is MockNasProfile.Original))
        {
            return null;
        }

        var defaults = new MockFleetOptions();

        return new MockFleetOptions
        {
            Boxes = section.GetValue("Boxes", 1),
            DrivesPerBox = section.GetValue<int?>("DrivesPerBox"),
            Profiles = profiles,
            HasCases = section.GetValue("Cases", defaults.HasCases),
            SpeedUp = section.GetValue<double?>("SpeedUp") ?? configuration.GetValue<double?>("Mock:SpeedUp") ?? configuration.GetValue<double?>("MOCK_SPEED_UP") ?? defaults.SpeedUp,
            BasePort = section.GetValue("BasePort", DefaultPort),
            Address = section["Address"] is { Length: > 0 } address ? IPAddress.Parse(address) : defaults.Address,
            TrustsLoopback = section.GetValue("TrustsLoopback", defaults.TrustsLoopback),
            ThrowsOnViolation = false,
            NamePrefix = section["NamePrefix"] ?? defaults.NamePrefix,
        };
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _fleet = await MockFleet.StartAsync(options, clock, cancellationToken);

        foreach (var box in _fleet.Boxes)
        {
            var shell = configuration[$"{Section}:HostFolder"] is { Length: > 0 } folder && box.Options.Profile is not MockNasProfile.Original
                ? $"  shell {MockHost.Create(box, Path.Combine(folder, box.Options.Name)).Enter}"
                : "";
            Console.WriteLine($"{box.Options.Name}  {ProfileNames.Of(box.Options.Profile),-15}  {box.BaseUrl}  {box.SecureUrl}  user {box.User}  key {box.ApiKey}{shell}");
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (var (box, violation) in _fleet!.Boxes.SelectMany(box => box.Violations.Select(violation => (box, violation))))
        {
            Console.WriteLine($"{box.Options.Name} was violated: {violation.Kind}: {violation.Detail}");
            Environment.ExitCode = ViolatedExitCode;
        }

        await _fleet.DisposeAsync();
    }

    /// <summary>One name, several between commas, or a list; an unknown one stops the start.</summary>
    private static ImmutableArray<MockNasProfile> Profiles(IConfigurationSection section, IConfiguration configuration)
    {
        var names = section.GetSection("Profiles").Get<string[]>()
            ?? (section["Profiles"] ?? section["Profile"] ?? configuration["Mock:Profile"] ?? configuration["MOCK_PROFILE"])?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            ?? [];

        return
        [
            .. names.Select(name => ProfileNames.Find(name) ?? throw new InvalidOperationException(
                $"There is no profile {name}; there are original, {string.Join(", ", KnownProducts.All.Select(product => product.Name))}.")),
        ];
    }
}
