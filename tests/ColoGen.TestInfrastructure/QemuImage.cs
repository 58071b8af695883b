using System.Globalization;
using System.Text.Json;

namespace ColoGen.TestInfrastructure;

/// <summary>Disk image files, by qemu-img. Options are those of its -o, such as "cluster_size=4096".</summary>
public static class QemuImage
{
    /// <summary>Creates an image whose guest sees <paramref name="size"/> bytes.</summary>
    /// <exception cref="QemuException">qemu-img refused.</exception>
    public static Task CreateAsync(string path, string format, long size, params string[] options) =>
        CreateAsync(path, format, size, CancellationToken.None, options);

    /// <inheritdoc cref="CreateAsync(string, string, long, string[])"/>
    public static Task CreateAsync(
        string path, string format, long size, CancellationToken cancellationToken, params string[] options) =>
        RunAsync(
            ["create", "-q", "-f", format, .. Options(options), path, size.ToString(CultureInfo.InvariantCulture)],
            cancellationToken);

    /// <summary>Creates an image of the format luks, or qcow2 with luks in it, for the passphrase in a file.</summary>
    /// <exception cref="QemuException">qemu-img refused.</exception>
    public static async Task CreateEncryptedAsync(
        string path, string format, long size, string secretFile, CancellationToken cancellationToken = default)
    {
        string prefix = format == "luks" ? "" : "encrypt.";
        string[] options = format == "luks" ? [] : ["encrypt.format=luks"];
        string[] arguments =
        [
            "create", "-q", "--object", "secret,id=secret,file=" + secretFile.Replace(",", ",,"), "-f", format,
            .. Options([.. options, prefix + "key-secret=secret", prefix + "iter-time=10"]),
            path, size.ToString(CultureInfo.InvariantCulture),
        ];

        // qemu-img measures how fast it is, and fails where a processor is too fast for the kernel's clock.
        for (int failures = 0; ; failures++)
        {
            try
            {
                await RunAsync(arguments, cancellationToken);
                return;
            }
            catch (QemuException exception) when (exception.StandardError.Contains("accurate CPU usage") && failures < 50)
            {
            }
        }
    }

    /// <summary>Copies the data of a raw image into an existing image of the format luks.</summary>
    /// <exception cref="QemuException">qemu-img refused.</exception>
    public static Task CopyIntoLuksAsync(string rawPath, string luksPath, string secretFile, CancellationToken cancellationToken = default) =>
        RunAsync(
            [
                "convert", "-q", "-n", "--object", "secret,id=secret,file=" + secretFile.Replace(",", ",,"), "-f", "raw", rawPath,
                "--target-image-opts", "driver=luks,key-secret=secret,file.driver=file,file.filename=" + luksPath.Replace(",", ",,"),
            ],
            cancellationToken);

    /// <summary>Copies the data of one image into a new one.</summary>
    /// <exception cref="QemuException">qemu-img refused.</exception>
    public static Task ConvertAsync(
        string sourcePath, string sourceFormat, string targetPath, string targetFormat, params string[] options) =>
        ConvertAsync(sourcePath, sourceFormat, targetPath, targetFormat, CancellationToken.None, options);

    /// <inheritdoc cref="ConvertAsync(string, string, string, string, string[])"/>
    public static Task ConvertAsync(
        string sourcePath,
        string sourceFormat,
        string targetPath,
        string targetFormat,
        CancellationToken cancellationToken,
        params string[] options) =>
        RunAsync(
            ["convert", "-q", "-f", sourceFormat, "-O", targetFormat, .. Options(options), sourcePath, targetPath],
            cancellationToken);

    /// <summary>What "qemu-img info" says of the image, also while a QEMU uses it.</summary>
    /// <exception cref="QemuException">qemu-img cannot read it.</exception>
    public static async Task<JsonElement> InfoAsync(string path, CancellationToken cancellationToken = default)
    {
        string json = await RunAsync(["info", "--output=json", "--force-share", path], cancellationToken);
        return JsonElement.Parse(json);
    }

    /// <summary>What "qemu-img info" says of the image as one of this format.</summary>
    /// <exception cref="QemuException">qemu-img cannot read it as this format.</exception>
    public static async Task<JsonElement> InfoAsync(string path, string format, CancellationToken cancellationToken = default)
    {
        string json = await RunAsync(["info", "--output=json", "-f", format, path], cancellationToken);
        return JsonElement.Parse(json);
    }

    private static IEnumerable<string> Options(string[] options) => options.SelectMany(option => new[] { "-o", option });

    private static async Task<string> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        ProgramResult result = await Programs.RunAsync("qemu-img", arguments, "", cancellationToken);
        return result.ExitStatus == 0
            ? result.Output
            : throw new QemuException("qemu-img " + string.Join(' ', arguments), result.ExitStatus, result.Error);
    }
}
