using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace ColoGen.Control.Qmp;

/// <summary>Splits a stream of bytes into JSON objects, which may span lines and reads.</summary>
internal sealed class QmpMessageReader(Stream stream, int maxBytes)
{
    /// <summary>The size of the first buffer: a message of this size is read with every limit.</summary>
    private const int FirstBufferBytes = 4096;

    private const int MaxDepth = 1024;
    private const int Shown = 60;

    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly JsonReaderOptions s_options = new() { MaxDepth = MaxDepth };

    private byte[] _buffer = new byte[FirstBufferBytes];
    private int _start;
    private int _scanned;
    private int _end;
    private int _depth;
    private bool _isInString;
    private bool _isEscaped;

    /// <summary>Checks a maximum size of messages before anything depends on it.</summary>
    /// <returns>The size.</returns>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 4,096.</exception>
    public static int RequireMaximum(int bytes, [CallerMemberName] string name = "")
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bytes, FirstBufferBytes, name);
        return bytes;
    }

    /// <summary>The next message; null at the end of the stream.</summary>
    /// <exception cref="FormatException">The stream contains something else, or ends within a message.</exception>
    /// <exception cref="IOException">The stream fails.</exception>
    public async ValueTask<JsonElement?> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (HasMessage()) return TakeMessage();

            MakeRoom();
            int count = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
            if (count < 0 || count > _buffer.Length - _end) throw new IOException($"a read gave {count} bytes");
            if (count == 0)
            {
                return _depth == 0 ? null : throw new FormatException("the connection ended in the middle of a message");
            }

            _end += count;
        }
    }

    /// <summary>Scans the bytes that were read, up to the end of a message.</summary>
    private bool HasMessage()
    {
        while (_scanned < _end)
        {
            byte current = _buffer[_scanned++];
            if (_isEscaped)
            {
                _isEscaped = false;
            }
            else if (_isInString)
            {
                _isEscaped = current == '\\';
                _isInString = current != '"';
            }
            else if (_depth == 0)
            {
                if (current is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
                {
                    _start = _scanned;
                    continue;
                }

                if (current != '{') throw new FormatException($"it sent what is not QMP: {Show(_scanned - 1)}");
                _depth = 1;
            }
            else if (current == '"')
            {
                _isInString = true;
            }
            else if (current is (byte)'{' or (byte)'[')
            {
                _depth++;
            }
            else if (current is (byte)'}' or (byte)']' && --_depth == 0)
            {
                return true;
            }
        }

        return false;
    }

    private JsonElement TakeMessage()
    {
        try
        {
            ReadOnlySpan<byte> bytes = _buffer.AsSpan(_start, _scanned - _start);
            RequireTexts(bytes);
            Utf8JsonReader reader = new(bytes, s_options);
            JsonElement message = JsonElement.ParseValue(ref reader);
            _start = _scanned;
            return message;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or DecoderFallbackException)
        {
            throw new FormatException($"it sent what is not JSON: {Show(_start)}", exception);
        }
    }

    /// <summary>A <see cref="JsonElement"/> holds strings that can't be read: not UTF-8, or with half of a surrogate pair escaped.</summary>
    private static void RequireTexts(ReadOnlySpan<byte> bytes)
    {
        _ = s_utf8.GetCharCount(bytes);
        Utf8JsonReader reader = new(bytes, s_options);
        while (reader.Read())
        {
            if (reader.ValueIsEscaped) _ = reader.GetString();
        }
    }

    private void MakeRoom()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _scanned -= _start;
            _end -= _start;
            _start = 0;
        }

        if (_end < _buffer.Length) return;
        if (_buffer.Length >= maxBytes) throw new FormatException($"it sent a message of more than {maxBytes} bytes");
        Array.Resize(ref _buffer, (int)Math.Min(maxBytes, _buffer.Length * 2L));
    }

    private string Show(int from)
    {
        string text = Encoding.Latin1.GetString(_buffer, from, Math.Min(Shown, _end - from));
        return string.Concat(text.Select(character => char.IsControl(character) ? '.' : character));
    }
}
