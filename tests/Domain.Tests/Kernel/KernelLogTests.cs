using Burnin.Domain.Kernel;
using CsCheck;
using Xunit;

namespace Burnin.Domain.Tests.Kernel;

public sealed class KernelLogTests
{
    private static readonly KernelNames Sata = new() { Device = "sda", AtaPort = "ata3", ScsiAddress = "2:0:0:0", Controller = "ahci", PciAddress = "0000:00:1f.2" };
    private static readonly KernelNames Sas = new() { Device = "sdf", ScsiAddress = "0:0:5:0", Controller = "mpt3sas_cm0", PciAddress = "0000:01:00.0", SasAddress = "0x5000c500a1b2c3d5" };
    private static readonly KernelNames Nvme = new() { Device = "nvme0n1", Controller = "nvme0", PciAddress = "0000:02:00.0" };
    private static readonly KernelNames FreeBsd = new() { Device = "da0", Controller = "mps0" };

    [Theory]
    [InlineData("ata3.00: exception Emask 0x10 SAct 0x0 SErr 0x400100 action 0x6 frozen", KernelEventKind.LinkReset)]
    [InlineData("ata3: SError: { UnrecovData Handshk BadCRC }", KernelEventKind.CrcError)]
    [InlineData("ata3.00: failed command: READ FPDMA QUEUED", KernelEventKind.IoError)]
    [InlineData("ata3.00: error: { ICRC ABRT }", KernelEventKind.CrcError)]
    [InlineData("ata3.00: error: { UNC }", KernelEventKind.MediumError)]
    [InlineData("ata3: hard resetting link", KernelEventKind.LinkReset)]
    [InlineData("ata3: limiting SATA link speed to 1.5 Gbps", KernelEventKind.LinkSpeedDown)]
    [InlineData("ata3: SATA link down (SStatus 0 SControl 300)", KernelEventKind.LinkDown)]
    [InlineData("ata3.00: disabled", KernelEventKind.DeviceGone)]
    [InlineData("ata3.00: detaching (SCSI 2:0:0:0)", KernelEventKind.DeviceGone)]
    [InlineData("ata3.00: qc timeout (cmd 0xec)", KernelEventKind.Timeout)]
    [InlineData("sd 2:0:0:0: [sda] tag#3 Sense Key : Medium Error [current]", KernelEventKind.MediumError)]
    [InlineData("sd 2:0:0:0: [sda] tag#3 Add. Sense: Unrecovered read error - auto reallocate failed", KernelEventKind.MediumError)]
    [InlineData("sd 2:0:0:0: [sda] tag#3 Sense Key : Hardware Error [current]", KernelEventKind.HardwareError)]
    [InlineData("sd 2:0:0:0: rejecting I/O to offline device", KernelEventKind.DeviceGone)]
    [InlineData("blk_update_request: I/O error, dev sda, sector 1234 op 0x0:(READ) flags 0x0 phys_seg 1 prio class 0", KernelEventKind.IoError)]
    [InlineData("blk_update_request: critical medium error, dev sda, sector 1234", KernelEventKind.MediumError)]
    [InlineData("I/O error, dev sda, sector 1234 op 0x1:(WRITE)", KernelEventKind.IoError)]
    [InlineData("Buffer I/O error on dev sda1, logical block 0, async page read", KernelEventKind.IoError)]
    public void A_line_of_libata_tells_its_kind(string line, KernelEventKind kind) => Assert.Equal((kind, KernelScope.Drive), Only(Sata, line));

    [Theory]
    [InlineData("mpt3sas_cm0: sending diag reset !!", KernelEventKind.HbaReset, KernelScope.Controller)]
    [InlineData("mpt3sas_cm0: fault_state(0x5854)!", KernelEventKind.HbaReset, KernelScope.Controller)]
    [InlineData("pcieport 0000:00:01.0: AER: Corrected error received: 0000:01:00.0", KernelEventKind.PcieError, KernelScope.Controller)]
    [InlineData("sd 0:0:5:0: attempting task abort!scmd(0x000000004e9a7d11), outstanding for 30000 ms", KernelEventKind.Timeout, KernelScope.Drive)]
    [InlineData("sd 0:0:5:0: Device offlined - not ready after error recovery", KernelEventKind.DeviceGone, KernelScope.Drive)]
    [InlineData("mpt3sas_cm0: removing handle(0x000e), sas_addr(0x5000c500a1b2c3d5)", KernelEventKind.DeviceGone, KernelScope.Drive)]
    [InlineData("sd 0:0:5:0: [sdf] tag#0 FAILED Result: hostbyte=DID_NO_CONNECT driverbyte=DRIVER_OK", KernelEventKind.DeviceGone, KernelScope.Drive)]
    public void A_line_of_a_sas_controller_tells_its_kind(string line, KernelEventKind kind, KernelScope scope) => Assert.Equal((kind, scope), Only(Sas, line));

    [Theory]
    [InlineData("nvme nvme0: I/O 12 QID 3 timeout, aborting", KernelEventKind.Timeout)]
    [InlineData("nvme nvme0: controller is down; will reset: CSTS=0xffffffff, PCI_STATUS=0x10", KernelEventKind.Timeout)]
    [InlineData("nvme nvme0: Removing after probe failure status: -19", KernelEventKind.DeviceGone)]
    [InlineData("nvme0n1: I/O Cmd(0x2) @ LBA 123, 8 blocks, I/O Error (sct 0x2 / sc 0x81) MORE DNR", KernelEventKind.MediumError)]
    [InlineData("nvme0n1: I/O Cmd(0x2) @ LBA 123, 8 blocks, I/O Error (sct 0x0 / sc 0x4)", KernelEventKind.IoError)]
    [InlineData("I/O error, dev nvme0n1, sector 1234 op 0x0:(READ)", KernelEventKind.IoError)]
    public void A_line_of_nvme_tells_its_kind(string line, KernelEventKind kind) => Assert.Equal((kind, KernelScope.Drive), Only(Nvme, line));

    [Theory]
    [InlineData("(da0:mps0:0:5:0): CAM status: SCSI Status Error", KernelEventKind.IoError, KernelScope.Drive)]
    [InlineData("(da0:mps0:0:5:0): SCSI sense: MEDIUM ERROR asc:11,0 (Unrecovered read error)", KernelEventKind.MediumError, KernelScope.Drive)]
    [InlineData("(da0:mps0:0:5:0): CAM status: Command timeout", KernelEventKind.Timeout, KernelScope.Drive)]
    [InlineData("(da0:mps0:0:5:0): lost device", KernelEventKind.DeviceGone, KernelScope.Drive)]
    [InlineData("da0 at mps0 bus 0 scbus0 target 5 lun 0 detached", KernelEventKind.DeviceGone, KernelScope.Drive)]
    [InlineData("mps0: Reinitializing controller", KernelEventKind.HbaReset, KernelScope.Controller)]
    [InlineData("mps0: IOC Fault 0x40007e23, Resetting", KernelEventKind.HbaReset, KernelScope.Controller)]
    public void A_line_of_FreeBSD_tells_its_kind(string line, KernelEventKind kind, KernelScope scope) => Assert.Equal((kind, scope), Only(FreeBsd, line));

    [Theory]
    [InlineData("(ada0:ahcich0:0:0:0): ATA status: 41 (DRDY ERR), error: 40 (UNC )", KernelEventKind.MediumError)]
    [InlineData("(ada0:ahcich0:0:0:0): ATA status: 51 (DRDY SERV ERR), error: 84 (ICRC ABRT )", KernelEventKind.CrcError)]
    [InlineData("(ada0:ahcich0:0:0:0): CAM status: Uncorrectable parity/CRC error", KernelEventKind.CrcError)]
    public void A_line_of_a_SATA_disk_of_FreeBSD_tells_its_kind(string line, KernelEventKind kind) =>
        Assert.Equal((kind, KernelScope.Drive), Only(new KernelNames { Device = "ada0", Controller = "ahcich0" }, line));

    [Theory]
    [InlineData("ata3: SATA link up 6.0 Gbps (SStatus 133 SControl 300)")]
    [InlineData("sd 2:0:0:0: [sda] Attached SCSI disk")]
    [InlineData("EXT4-fs (sda1): mounted filesystem with ordered data mode")]
    [InlineData("usb 1-1: new high-speed USB device number 2 using xhci_hcd")]
    [InlineData("sd 2:0:0:0: [sda] tag#0 FAILED Result: hostbyte=DID_OK driverbyte=DRIVER_SENSE")]
    [InlineData("blk_update_request: critical target error, dev sda, sector 8 op 0x3:(DISCARD)")]
    [InlineData("I/O error, dev sda, sector 8 op 0x3:(DISCARD) flags 0x800")]
    [InlineData("ata3.00: failed command: SMART")]
    [InlineData("I/O error, dev sdaa, sector 1")]
    [InlineData("ata30: hard resetting link")]
    [InlineData("sd 12:0:0:0: rejecting I/O to offline device")]
    public void What_is_no_trouble_or_is_anothers_is_not_ours(string line) => Assert.Empty(KernelLog.Read(Sata, [], $"1000 {line}").Findings);

    [Theory]
    [InlineData("- ata3: hard resetting link")]
    [InlineData("ata3: hard resetting link")]
    [InlineData("999999999999999 ata3: hard resetting link")]
    public void A_line_without_a_time_may_be_of_last_year(string line) => Assert.Empty(KernelLog.Read(Sata, [], line).Findings);

    [Fact]
    public void Lines_of_one_kind_are_one_finding_with_when_and_how_many()
    {
        var sight = KernelLog.Read(Sata, [], "1000 ata3: hard resetting link\n1500 ata3.00: error: { ICRC ABRT }\n1700 ata3: hard resetting link\n");

        Assert.Equal([KernelEventKind.CrcError, KernelEventKind.LinkReset], sight.Findings.Select(finding => finding.Kind));
        Assert.Equal(
            (2, DateTimeOffset.FromUnixTimeSeconds(1000), DateTimeOffset.FromUnixTimeSeconds(1700), "ata3: hard resetting link"),
            (sight.Findings[1].Lines, sight.Findings[1].FirstAt, sight.Findings[1].LastAt, sight.Findings[1].Example));
    }

    [Fact]
    public void Others_in_trouble_at_the_same_time_are_named_once_each_whatever_they_are_called()
    {
        KernelNames[] others = [new() { Device = "sdb", AtaPort = "ata4", ScsiAddress = "3:0:0:0" }, new() { Device = "sdc", AtaPort = "ata5" }, new() { Device = "sdd", AtaPort = "ata6" }];

        var sight = KernelLog.Read(Sata, others, """
            1000 ata3: hard resetting link
            1001 ata4: hard resetting link
            1002 I/O error, dev sdb, sector 7
            1003 sd 3:0:0:0: rejecting I/O to offline device
            1120 ata5: hard resetting link
            1121 ata6: hard resetting link
            """);

        Assert.Equal(["sdb", "sdc"], sight.OthersInTrouble);
    }

    [Fact]
    public void A_disk_that_is_gone_counts_once_although_it_had_two_names() =>
        Assert.Equal(["sdx"], KernelLog.Read(Sata, [], "1000 ata3: hard resetting link\n1000 I/O error, dev sdx, sector 1\n1000 sd 9:0:0:0: rejecting I/O to offline device").OthersInTrouble.Take(1));

    [Fact]
    public void Trouble_of_others_alone_is_not_ours()
    {
        var sight = KernelLog.Read(Sata, [], "1000 I/O error, dev sdb, sector 1");

        Assert.Empty(sight.Findings);
        Assert.Empty(sight.OthersInTrouble);
    }

    [Fact]
    public void No_text_breaks_it() => Gen.String.Sample(text =>
    {
        _ = KernelLog.Read(Sas, [Sata, Nvme], text);
        _ = KernelLog.Read(Sas, [], $"17 {text}\n18 mpt3sas_cm0: {text}");
    });

    private static (KernelEventKind, KernelScope) Only(KernelNames names, string line)
    {
        var finding = Assert.Single(KernelLog.Read(names, [], $"1000 {line}").Findings);
        return (finding.Kind, finding.Scope);
    }
}
