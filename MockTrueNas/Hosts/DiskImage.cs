using System.Buffers.Binary;
using Burnin.MockTrueNas.Boxes;
using Burnin.MockTrueNas.Drives;

namespace Burnin.MockTrueNas.Hosts;

/// <summary>A sparse file in place of a disk. Where the disk has partitions it carries a table that any tool finds.</summary>
internal static class DiskImage
{
    private const int TableAt = 446;
    private const int TableLength = 66;
    private const int SectorBytes = 512;
    private const byte LinuxType = 0x83;

    public static void Ensure(string path, Drive drive, BoxMoment moment)
    {
        var bytes = drive.SizeBytes ?? 0;

        if (File.Exists(path) && new FileInfo(path).Length == bytes)
        {
            return;
        }

        using var file = new FileStream(path, FileMode.Create, FileAccess.Write);
        file.SetLength(bytes);
        var partitions = PartitionTable.Of(drive, moment);

        if (!partitions.IsEmpty)
        {
            file.Position = TableAt;
            file.Write(Table(partitions[0]));
        }
    }

    private static byte[] Table(Partition first)
    {
        var table = new byte[TableLength];
        table[4] = LinuxType;
        BinaryPrimitives.WriteUInt32LittleEndian(table.AsSpan(8), (uint)(first.Start / SectorBytes));
        BinaryPrimitives.WriteUInt32LittleEndian(table.AsSpan(12), (uint)Math.Min(first.Size / SectorBytes, uint.MaxValue));
        table[^2] = 0x55;
        table[^1] = 0xAA;

        return table;
    }
}
