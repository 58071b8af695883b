using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ColoGen.Control.Tests.Operations;

/// <summary>The options have the defaults and the limits that their doc comments name.</summary>
public sealed partial class OptionsTests
{
    private static readonly XElement[] s_documented =
        [.. XDocument.Load(Path.Combine(AppContext.BaseDirectory, "ColoGen.Control.xml")).Descendants("member")];

    private static readonly TimeSpan[] s_impossible = [TimeSpan.Zero, TimeSpan.FromSeconds(-1), TimeSpan.MinValue, TimeSpan.FromDays(50), TimeSpan.MaxValue];

    public static TheoryData<Type, string> Properties { get; } = Of(typeof(ColoOptions), typeof(QmpClientOptions));

    public static TheoryData<string> Timeouts { get; } = [.. typeof(ColoOptions).GetProperties().Where(IsTimeout).Select(property => property.Name)];

    [Theory]
    [MemberData(nameof(Properties))]
    public void A_default_is_the_documented_one(Type options, string property)
    {
        object value = options.GetProperty(property)!.GetValue(Activator.CreateInstance(options))!;
        Match match = DefaultSentence().Match(Comment(options, property));
        Assert.True(match.Success, $"{property} has no documented default.");
        Assert.Equal(match.Groups["value"].Value, Describe(value));
    }

    [Theory]
    [MemberData(nameof(Timeouts))]
    public void A_time_that_no_wait_can_have_is_refused_and_named(string property)
    {
        foreach (TimeSpan time in s_impossible)
        {
            Assert.Equal(property, Assert.Throws<ArgumentOutOfRangeException>(() => Set(property, time)).ParamName);
        }

        Set(property, TimeSpan.FromMilliseconds(1));
        Set(property, TimeSpan.FromDays(49));
    }

    [Theory]
    [MemberData(nameof(Timeouts))]
    public void A_time_without_a_limit_is_refused_unless_its_comment_allows_it(string property)
    {
        Exception? refusal = Record.Exception(() => Set(property, Timeout.InfiniteTimeSpan));
        Assert.Equal(Comment(typeof(ColoOptions), property).Contains("InfiniteTimeSpan"), refusal is null);
    }

    [Fact]
    public void A_message_size_below_4096_bytes_is_refused()
    {
        Assert.Contains("At least 4,096", Comment(typeof(QmpClientOptions), nameof(QmpClientOptions.MaxMessageBytes)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new QmpClientOptions { MaxMessageBytes = 4095 });
        Assert.Equal(4096, new QmpClientOptions { MaxMessageBytes = 4096 }.MaxMessageBytes);
    }

    private static TheoryData<Type, string> Of(params Type[] types)
    {
        TheoryData<Type, string> data = [];
        foreach (Type type in types)
        {
            foreach (PropertyInfo property in type.GetProperties()) data.Add(type, property.Name);
        }

        return data;
    }

    private static bool IsTimeout(PropertyInfo property) => property.PropertyType == typeof(TimeSpan);

    private static void Set(string property, TimeSpan time)
    {
        try
        {
            typeof(ColoOptions).GetProperty(property)!.SetValue(new ColoOptions(), time);
        }
        catch (TargetInvocationException exception)
        {
            throw exception.InnerException!;
        }
    }

    private static string Describe(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        int bytes => $"{bytes >> 20} MiB",
        TimeSpan { TotalHours: > 1 } time => Amount(time.TotalHours, "hour"),
        TimeSpan { TotalMinutes: >= 1 } time => Amount(time.TotalMinutes, "minute"),
        TimeSpan time => Amount(time.TotalSeconds, "second"),
        TimeProvider clock when clock == TimeProvider.System => "P:System.TimeProvider.System",
        _ => value.ToString()!,
    };

    private static string Amount(double number, string unit) => $"{number.ToString(CultureInfo.InvariantCulture)} {unit}{(number == 1 ? "" : "s")}";

    private static string Comment(Type type, string property)
    {
        XElement summary = s_documented.Single(member => member.Attribute("name")!.Value == $"P:{type.FullName}.{property}").Element("summary")!;
        foreach (XElement see in summary.Elements("see").ToArray()) see.ReplaceWith(see.Attribute("cref")!.Value);
        return string.Join(' ', summary.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    [GeneratedRegex(@"Default: (?<value>.+?)\.$")]
    private static partial Regex DefaultSentence();
}
