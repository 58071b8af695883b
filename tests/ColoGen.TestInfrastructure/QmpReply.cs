using System.Text.Json;

namespace ColoGen.TestInfrastructure;

/// <summary>Reads QMP requests and their replies.</summary>
internal static class QmpReply
{
    /// <summary>The return value of a reply.</summary>
    /// <exception cref="QmpException">The reply is an error.</exception>
    public static JsonElement Value(string request, JsonElement reply)
        => reply.TryGetProperty("error", out JsonElement error)
            ? throw new QmpException(CommandName(request), error)
            : reply.GetProperty("return");

    private static string CommandName(string request)
    {
        try
        {
            return JsonElement.Parse(request).GetProperty("execute").GetString() ?? request;
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return request;
        }
    }
}
