namespace ColoGen.TestInfrastructure;

/// <summary>What a program left behind that ran to its end.</summary>
internal sealed record ProgramResult(int ExitStatus, string Output, string Error);
