using System.Globalization;

namespace ColoGen.TestInfrastructure;

/// <summary>What the threads of a process and of its children are doing, for the message of a wait that was in vain.</summary>
internal static class ProcessThreads
{
    public static string Describe(int processId) => string.Join("; ", Of(processId));

    private static IEnumerable<string> Of(int processId)
    {
        string folder = $"/proc/{processId.ToString(CultureInfo.InvariantCulture)}/task";
        if (!Directory.Exists(folder)) yield break;
        foreach (string thread in Directory.EnumerateDirectories(folder))
        {
            yield return $"{Read(thread, "comm")} {Path.GetFileName(thread)} in {Read(thread, "wchan")}, system call {Read(thread, "syscall")}";
            foreach (string word in Read(thread, "children").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (!int.TryParse(word, CultureInfo.InvariantCulture, out int child)) continue;
                foreach (string below in Of(child)) yield return below;
            }
        }
    }

    private static string Read(string thread, string file)
    {
        try
        {
            return File.ReadAllText(Path.Combine(thread, file)).Trim();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "?"; // It has just ended, or the kernel does not say.
        }
    }
}
