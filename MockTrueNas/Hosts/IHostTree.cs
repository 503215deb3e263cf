using Burnin.MockTrueNas.Boxes;

namespace Burnin.MockTrueNas.Hosts;

/// <summary>What a host shows of its disks in files.</summary>
internal interface IHostTree
{
    /// <summary>Brings the files to what is now; those that are right already stay as they are.</summary>
    void Write(BoxMoment moment);
}
