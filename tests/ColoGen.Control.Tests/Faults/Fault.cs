namespace ColoGen.Control.Tests.Faults;

/// <summary>What becomes of a host at one command.</summary>
public enum Fault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It dies before it executes the command.</summary>
    Dies,

    /// <summary>It hangs from this command on, as with SIGSTOP.</summary>
    Hangs,

    /// <summary>Its main loop hangs from this command on: it executes commands only out of band.</summary>
    IsStuck,

    /// <summary>It executes the command when nobody waits for that any more.</summary>
    IsLate,

    /// <summary>Its connection is lost before it gets the command; it lives on.</summary>
    Closes,

    /// <summary>Its connection is lost before the reply; it lives on.</summary>
    ClosesAfter,

    /// <summary>It refuses the command.</summary>
    Refuses,

    /// <summary>The reply is that of another pair's host, which has the same place there. Only for a command that changes nothing.</summary>
    AnswersForOther,

    /// <summary>The reply is that of another host of its pair. Only for a command that changes nothing.</summary>
    AnswersForPartner,
}
