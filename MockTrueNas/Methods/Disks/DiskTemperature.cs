using Burnin.MockTrueNas.Api;
using Burnin.MockTrueNas.Boxes;

namespace Burnin.MockTrueNas.Methods.Disks;

/// <summary><c>disk.temperature</c>, until 25.04: one drive, fresh unless the caller takes an older value.</summary>
internal static class DiskTemperature
{
    public static ApiMethod Method { get; } = new("disk.temperature", Run)
    {
        Parameters = [new Parameter("name"), new Parameter("options", IsRequired: false)],
        Role = "REPORTING_READ",
    };

    /// <summary>On CORE the second parameter is the power mode.</summary>
    public static ApiMethod OnCore { get; } = Method with { Parameters = [new Parameter("name"), new Parameter("powermode", IsRequired: false)] };

    /// <summary>The state with a value in it that is as fresh as was wished.</summary>
    public static BoxState Asked(string name, TemperatureOptions options, BoxMoment moment, BoxState known) =>
        options.CacheSeconds is { } seconds && known.Temperatures.TryGetValue(name, out var last)
        && (moment.Now - last.AskedAt) * moment.SpeedUp < TimeSpan.FromSeconds(seconds)
            ? known
            : known with { Temperatures = known.Temperatures.SetItem(name, new CachedTemperature(TemperatureReading.Of(name, moment, options.PowerMode), moment.Now)) };

    private static ApiAnswer Run(ApiCall call)
    {
        if (call.Text(0) is not { } name)
        {
            return ApiAnswer.Wrong("name", "Not a string");
        }

        var options = TemperatureOptions.Read(call.Argument(1), usualCacheSeconds: null);

        // CORE 13's shared answer for many is not touched by a question about one.
        return call.Product.IsCore
            ? ApiAnswer.Of(TemperatureReading.Of(name, call.Box.Look(), options.PowerMode))
            : call.Box.Change<ApiAnswer>(moment =>
            {
                var state = Asked(name, options, moment, moment.State);

                return (state, ApiAnswer.Of(state.Temperatures[name].Celsius));
            });
    }
}
