using System.Security.Cryptography;

namespace Burnin.Rig;

/// <summary>What lies on the medium of a rig disk, read from the file behind it: faults do not colour it.</summary>
public sealed class DiskContent
{
    private const int Chunk = 1 << 20;
    private readonly string _device;

    internal DiskContent(string file, string device, long sizeBytes)
    {
        FilePath = file;
        SizeBytes = sizeBytes;
        _device = device;
    }

    public string FilePath { get; }

    public long SizeBytes { get; }

    /// <summary>Everything at once: for small disks.</summary>
    public byte[] ReadAllBytes()
    {
        var content = new byte[SizeBytes];
        var at = 0;
        foreach (var chunk in Chunks())
        {
            chunk.Span.CopyTo(content.AsSpan(at));
            at += chunk.Length;
        }

        return content;
    }

    /// <summary>True where every byte of the medium is this one.</summary>
    public bool ContainsOnly(byte value) => Chunks().All(chunk => !chunk.Span.ContainsAnyExcept(value));

    /// <summary>The same text before and after says that nobody wrote to the disk.</summary>
    public string Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var chunk in Chunks())
        {
            hash.AppendData(chunk.Span);
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    internal static void FillWithNoise(string file, long sizeBytes)
    {
        using var handle = File.OpenHandle(file, FileMode.OpenOrCreate, FileAccess.Write);
        var buffer = new byte[Chunk];
        for (long at = 0; at < sizeBytes; at += buffer.Length)
        {
            RandomNumberGenerator.Fill(buffer);
            RandomAccess.Write(handle, buffer.AsSpan(0, (int)Math.Min(buffer.Length, sizeBytes - at)), at);
        }
    }

    private IEnumerable<ReadOnlyMemory<byte>> Chunks()
    {
        // What a programme wrote without direct I/O may still be in the block device's cache.
        using (var device = File.OpenHandle(_device, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite))
        {
            RandomAccess.FlushToDisk(device);
        }

        using var handle = File.OpenHandle(FilePath, share: FileShare.ReadWrite);
        var buffer = new byte[Chunk];
        for (long at = 0; at < SizeBytes;)
        {
            var length = RandomAccess.Read(handle, buffer.AsSpan(0, (int)Math.Min(Chunk, SizeBytes - at)), at);
            if (length == 0)
            {
                throw new EndOfStreamException($"{FilePath} ends at {at}, before its {SizeBytes} bytes.");
            }

            yield return buffer.AsMemory(0, length);
            at += length;
        }
    }
}
