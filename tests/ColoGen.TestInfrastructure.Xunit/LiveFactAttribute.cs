namespace ColoGen.TestInfrastructure;

/// <summary>
/// A test with running guests, which needs a <see cref="GuestQemu"/>. If something is missing, it is skipped with the reason; with
/// COLOGEN_REQUIRE_TOOLS=1 it is not, and so fails. COLOGEN_SKIP_LIVE has a reason to skip it all the same: neither KVM nor a newer QEMU is available.
/// </summary>
public sealed class LiveFactAttribute : FactAttribute
{
    public LiveFactAttribute(params string[] programs) => Skip = SkipReason.OfLive(programs);
}

/// <summary>As <see cref="LiveFactAttribute"/>, with data.</summary>
public sealed class LiveTheoryAttribute : TheoryAttribute
{
    public LiveTheoryAttribute(params string[] programs) => Skip = SkipReason.OfLive(programs);
}
