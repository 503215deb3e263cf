namespace Burnin.MockTrueNas.Drives;

/// <summary>The order in which people read device names: sdz before sdaa, da9 before da10.</summary>
internal static class DeviceOrder
{
    public static (string Driver, int Length, string Name) KeyOf(string name)
    {
        var driver = name.StartsWith("sd", StringComparison.Ordinal) ? "sd" : name.TrimEnd([.. "0123456789"]);

        return (driver, name.Length, name);
    }
}
