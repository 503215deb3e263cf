using System.Globalization;
using Burnin.MockTrueNas.Boxes;

namespace Burnin.MockTrueNas.Hosts;

/// <summary>What a FreeBSD host shows of its disks in files: <c>/dev</c> alone. All else it tells by tools.</summary>
internal sealed class FreeBsdTree(string root) : IHostTree
{
    /// <summary>So that no disk has the number 0.</summary>
    private const int FirstNumber = 100;

    private readonly DeviceFolder _devices = new(root);
    private string _written = "";

    public void Write(BoxMoment moment)
    {
        var shape = DeviceFolder.ShapeOf(moment);

        if (shape != _written)
        {
            _devices.Write(moment, drive => (FirstNumber + drive.Slot).ToString(CultureInfo.InvariantCulture));
            _written = shape;
        }
    }
}
