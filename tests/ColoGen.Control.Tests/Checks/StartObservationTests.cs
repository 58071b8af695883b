using ColoGen.Control.Checks;

namespace ColoGen.Control.Tests.Checks;

/// <summary>The likely reason of a start that does not finish.</summary>
public sealed class StartObservationTests
{
    [Theory]
    [InlineData(0, false)]
    [InlineData(2, false)]
    [InlineData(2, true)]
    public void A_QEMU_that_never_enters_COLO_is_named(int micro, bool secondaryLeftColo)
    {
        StartObservation seen = Seen(new(10, 0, micro, "")) with { SecondaryLeftColo = secondaryLeftColo };

        Assert.Contains($"QEMU 10.0.0 to 10.0.2 never enters it, and the hosts run 10.0.{micro} and 10.0.13", seen.Failure.Cause);
        Assert.Contains("10.0.13 or newer", seen.Failure.Fix);
    }

    [Theory]
    [InlineData(10, 0, 3)]
    [InlineData(10, 1, 0)]
    [InlineData(7, 2, 1)]
    public void Another_is_not(int major, int minor, int micro) => Assert.DoesNotContain("never enters", Seen(new(major, minor, micro, "")).Failure.Cause);

    [Fact]
    public void What_the_hosts_were_seen_doing_is_told() =>
        Assert.Contains("Seen: primary finish-migrate, migration completed; secondary silent.", Seen(new(7, 2, 22, "")).Failure.Cause);

    [Fact]
    public void A_migration_that_failed_has_QEMUs_words() =>
        Assert.Contains("no route", (Seen(new(7, 2, 22, "")) with { PrimaryMigration = new("failed", "no route", 0, null) }).Failure.Cause);

    private static StartObservation Seen(QmpVersion version) =>
        new(version, new(10, 0, 13, ""), Primary: new("finish-migrate", false), PrimaryMigration: new("completed", null, 0, null));
}
