using ColoGen.Core.Model;

namespace ColoGen.Core.Layers;

/// <summary>What libvirt, QEMU and their users also call a setting. A member with such a name is probably meant to be the setting.</summary>
internal static class SettingSynonyms
{
    private static readonly Dictionary<string, string[]> s_words = new()
    {
        [Name<FileSourceAttribute>(nameof(FileSourceAttribute.File))] = ["path", "filename", "filepath", "imagefile", "imagepath", "source"],
        [Name<BlockSourceAttribute>(nameof(BlockSourceAttribute.Dev))] = ["path", "filename", "device", "devicepath", "blockdevice", "source"],
        [Name<NbdSourceAttribute>(nameof(NbdSourceAttribute.Host))] = ["hostname", "address", "server"],
        [Name<NbdSourceAttribute>(nameof(NbdSourceAttribute.Port))] = ["tcpport", "serverport", "nbdport"],
        [Name<NbdSourceAttribute>(nameof(NbdSourceAttribute.Socket))] = ["path", "socketpath", "unixsocket"],
        [Name<NbdSourceAttribute>(nameof(NbdSourceAttribute.Export))] = ["name", "exportname"],
        [Name<NbdSourceAttribute>(nameof(NbdSourceAttribute.Tls))] = ["tlscreds", "usetls"],
        [Name<NbdSourceAttribute>(nameof(NbdSourceAttribute.TlsDir))] = ["tlsdirectory", "tlscredsdir", "certdir"],
        [nameof(SourceAttribute.Format)] = ["driver", "drivertype", "imageformat", "diskformat"],
        [nameof(SourceAttribute.Size)] = ["virtualsize", "capacity", "sizebytes"],
        [nameof(SourceAttribute.SecretFile)] = ["secret", "keysecret", "keyfile", "passphrase", "passphrasefile", "password", "passwordfile"],
        [nameof(SourceAttribute.SecretUuid)] = ["secretid"],
        [nameof(LayerAttribute.Index)] = ["nodeindex"],
        [Name<QuorumAttribute>(nameof(QuorumAttribute.VoteThreshold))] = ["threshold", "votes"],
        [Name<DomainAttribute>(nameof(DomainAttribute.Name))] = ["domainname", "guestname", "vmname"],
        [Name<DomainAttribute>(nameof(DomainAttribute.Uuid))] = ["domainuuid"],
        [Name<DomainAttribute>(nameof(DomainAttribute.MemoryMiB))] = ["memory", "memorymb", "memorymibibytes", "currentmemory", "ram", "rammib", "rammb"],
        [Name<DomainAttribute>(nameof(DomainAttribute.Vcpus))] = ["vcpu", "cpus", "cpucount", "vcpucount", "smp"],
        [Name<DomainAttribute>(nameof(DomainAttribute.Machine))] = ["machinetype"],
        [Name<DomainAttribute>(nameof(DomainAttribute.Type))] = ["domaintype", "virtualization", "accel", "accelerator"],
        [Name<DomainAttribute>(nameof(DomainAttribute.Emulator))] = ["qemubinary", "emulatorpath"],
        [Name<ColoPairAttribute>(nameof(ColoPairAttribute.Qemu))] = ["qemuversion"],
        [Name<ColoPairAttribute>(nameof(ColoPairAttribute.NbdHost))] = ["nbdaddress", "nbdserver", "nbdhostname"],
        [Name<ColoPairAttribute>(nameof(ColoPairAttribute.NbdPort))] = ["nbdtcpport", "nbdserverport"],
        [Name<ColoPairAttribute>(nameof(ColoPairAttribute.MigrationHost))] = ["migratehost", "migrationaddress", "incominghost"],
        [Name<ColoPairAttribute>(nameof(ColoPairAttribute.MigrationPort))] = ["migrateport", "incomingport"],
        [Name<ColoPairAttribute>(nameof(ColoPairAttribute.CheckpointDelay))] = ["xcheckpointdelay", "checkpointinterval", "checkpointperiod"],
    };

    /// <summary>The other names of a setting, in lower case. The case of a member's name does not matter.</summary>
    public static IReadOnlyList<string> Of(string attribute, string setting) =>
        s_words.TryGetValue($"{attribute}.{setting}", out string[]? words) || s_words.TryGetValue(setting, out words) ? words : [];

    private static string Name<TAttribute>(string setting)
        where TAttribute : Attribute => $"{AttributeName.Of<TAttribute>()}.{setting}";
}
