using ColoGen;

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record @class(string File, @event? @base);

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record @event(string File);

[Topology]
public sealed partial record @namespace([Disk("vda")] @class @this, [HostDisk("b")] @event? @record);

[Topology]
public sealed partial record Global([Disk("vda")] @event Root);

[Topology]
public sealed partial record GLOBAL([Disk("vda")] @event Root);

namespace Containers.@new
{
    [Quorum(VoteThreshold = 1)]
    public sealed record Vote<TFirst, TSecond>(TFirst First, TSecond Second);

    public partial class Outer<T>
        where T : notnull
    {
        public readonly partial struct Middle<@in>
        {
            internal partial interface IInner
            {
                protected partial record Box
                {
                    [Topology]
                    private sealed partial record Host<TKey>([Disk("vda")] Vote<@event, Vote<@event, @class>> Root, TKey Key, T Other)
                        where TKey : unmanaged;

                    private partial record struct Small
                    {
                        [Topology]
                        internal partial record struct Host([Disk("vda")] @event Root);
                    }
                }
            }
        }
    }

    public static partial class Hosts
    {
        [Topology]
        internal abstract partial record Host
        {
            [Disk("vda")]
            public abstract @event Root { get; }
        }
    }

    internal ref partial struct Short
    {
        [Topology]
        internal sealed partial record Host<T>([Disk("vda")] @event Root);

        [Topology]
        internal sealed partial record Host<T, TOther>([Disk("vda")] @event Root);
    }
}
