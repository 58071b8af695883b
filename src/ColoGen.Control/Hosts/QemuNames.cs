namespace ColoGen.Control.Hosts;

/// <summary>The names of QEMU's QAPI schema that the controller sends or compares with.</summary>
internal static class QemuNames
{
    /// <summary>Commands.</summary>
    public static class Commands
    {
        public const string Cont = "cont";
        public const string Migrate = "migrate";
        public const string MigrateCancel = "migrate_cancel";
        public const string Yank = "yank";
        public const string BlockdevAdd = "blockdev-add";
        public const string BlockdevDel = "blockdev-del";
        public const string BlockExportAdd = "block-export-add";
        public const string BlockExportDel = "block-export-del";
        public const string DeviceAdd = "device_add";
        public const string DeviceDel = "device_del";
        public const string DeviceListProperties = "device-list-properties";
        public const string MigrateIncoming = "migrate-incoming";
        public const string NbdServerStart = "nbd-server-start";
        public const string NbdServerStop = "nbd-server-stop";
        public const string ObjectAdd = "object-add";
        public const string ObjectDel = "object-del";
        public const string QomGet = "qom-get";
        public const string QomList = "qom-list";
        public const string LostHeartbeat = "x-colo-lost-heartbeat";
        public const string QueryBlockExports = "query-block-exports";
        public const string QueryBlockGraph = "x-debug-query-block-graph";
        public const string QueryBlockNodes = "query-named-block-nodes";
        public const string QueryColoStatus = "query-colo-status";
        public const string QueryJobs = "query-jobs";
        public const string QueryKvm = "query-kvm";
        public const string QueryMigrate = "query-migrate";
        public const string QueryMigrateCapabilities = "query-migrate-capabilities";
        public const string QueryMigrateParameters = "query-migrate-parameters";
        public const string QueryStatus = "query-status";
        public const string QueryYank = "query-yank";
    }

    /// <summary>Events.</summary>
    public static class Events
    {
        public const string BlockJobCancelled = "BLOCK_JOB_CANCELLED";
        public const string BlockJobCompleted = "BLOCK_JOB_COMPLETED";
        public const string BlockJobReady = "BLOCK_JOB_READY";
        public const string ColoExit = "COLO_EXIT";
        public const string DeviceDeleted = "DEVICE_DELETED";
        public const string DeviceUnplugGuestError = "DEVICE_UNPLUG_GUEST_ERROR";
        public const string JobStatusChange = "JOB_STATUS_CHANGE";
        public const string Migration = "MIGRATION";
        public const string QuorumReportBad = "QUORUM_REPORT_BAD";
        public const string Resume = "RESUME";
        public const string Stop = "STOP";
    }

    /// <summary>Values of <c>RunState</c>, the <c>status</c> of <c>query-status</c>.</summary>
    public static class RunStates
    {
        public const string InMigrate = "inmigrate";
        public const string Prelaunch = "prelaunch";
    }

    /// <summary>Values of <c>COLOMode</c>.</summary>
    public static class ColoModes
    {
        public const string None = "none";
        public const string Primary = "primary";
        public const string Secondary = "secondary";
    }

    /// <summary>Values of <c>MigrationStatus</c>.</summary>
    public static class MigrationStates
    {
        public const string Active = "active";
        public const string Cancelled = "cancelled";
        public const string Cancelling = "cancelling";
        public const string Colo = "colo";
        public const string Completed = "completed";
        public const string Device = "device";
        public const string Failed = "failed";
        public const string PreSwitchover = "pre-switchover";
        public const string Setup = "setup";
        public const string WaitUnplug = "wait-unplug";
    }

    /// <summary>The object that says of which pair a host is, and its members.</summary>
    public static class TokenObject
    {
        public const string Id = "cologen-pair";
        public const string Identity = "identity";
        public const string Path = "/objects/" + Id;
        public const string QomType = "authz-simple";
    }

    /// <summary>Values of <c>MigrationCapability</c>.</summary>
    public static class Capabilities
    {
        public const string Colo = "x-colo";
        public const string ReturnPath = "return-path";
    }

    /// <summary>Members of <c>MigrationParameters</c>.</summary>
    public static class Parameters
    {
        public const string CheckpointDelay = "x-checkpoint-delay";
    }

    /// <summary>Values of <c>JobStatus</c>.</summary>
    public static class JobStates
    {
        public const string Ready = "ready";
    }

    /// <summary>Values of <c>BlockdevDriver</c>.</summary>
    public static class Drivers
    {
        public const string Nbd = "nbd";
        public const string Qcow2 = "qcow2";
        public const string Quorum = "quorum";
        public const string Replication = "replication";
    }

    /// <summary>Values of <c>ReplicationMode</c>.</summary>
    public static class ReplicationModes
    {
        public const string Primary = "primary";
        public const string Secondary = "secondary";
    }

    /// <summary>Options of block nodes, and the names of their children.</summary>
    public static class NodeOptions
    {
        public const string Backing = "backing";
        public const string Export = "export";
        public const string File = "file";
        public const string Mode = "mode";
        public const string TopId = "top-id";
    }

    /// <summary>Values of <c>YankInstanceType</c>.</summary>
    public static class YankTypes
    {
        public const string BlockNode = "block-node";
        public const string Migration = "migration";
    }

    /// <summary>Members of commands, replies and events that several places read or write.</summary>
    public static class Members
    {
        public const string Addr = "addr";
        public const string Bus = "bus";
        public const string Device = "device";
        public const string Driver = "driver";
        public const string Error = "error";
        public const string Id = "id";
        public const string Name = "name";
        public const string NodeName = "node-name";
        public const string Reason = "reason";
        public const string Status = "status";
        public const string Type = "type";
    }
}
