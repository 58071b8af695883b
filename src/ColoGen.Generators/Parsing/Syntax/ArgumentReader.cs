using ColoGen.Core.Analysis;
using ColoGen.Core.Model;

namespace ColoGen.Generators.Parsing.Syntax;

/// <summary>Reads the arguments of attributes from what is written, as <see cref="ValueReader.Arguments"/> reads those that are bound.</summary>
internal static class ArgumentReader
{
    /// <summary>Every argument by the name of its setting; null where only the compiler knows one.</summary>
    public static List<Setting>? Read(Names names, DeclaredAttribute attribute)
    {
        WrittenArgument[] arguments = attribute.Written.Arguments;
        if (Constructor(attribute.Schema, arguments) is not { } parameters) return null;
        var settings = new List<Setting>(arguments.Length);
        for (int at = 0; at < parameters.Length; at++)
        {
            ParameterSchema parameter = parameters[at];
            if (ArgumentOf(parameter, at, arguments) is not { } argument)
            {
                if (parameter.Default is { } value) settings.Add(new Setting(parameter.Setting, value));
            }
            else if (!Add(parameter.Setting, argument.Value, parameter.Type))
            {
                return null;
            }
        }

        foreach (WrittenArgument argument in arguments)
        {
            if (argument.Property is not { } name) continue;
            if (attribute.Schema.Setting(name) is not { CanBeSet: true } setting || Has(settings, name) || !Add(name, argument.Value, setting.Type)) return null;
        }

        return settings;

        bool Add(string name, WrittenValue written, TypeSchema type)
        {
            if (ConstantReader.Read(names, written, type, attribute.Context) is not { } value) return false;
            settings.Add(new Setting(name, value));
            return true;
        }
    }

    public static bool Has(List<Setting> settings, string name)
    {
        foreach (Setting setting in settings)
        {
            if (setting.Name == name) return true;
        }

        return false;
    }

    /// <summary>The parameters of the one constructor that has one for each argument, and needs no others.</summary>
    private static ParameterSchema[]? Constructor(AttributeSchema attribute, WrittenArgument[] arguments)
    {
        ParameterSchema[]? found = null;
        foreach (ParameterSchema[] parameters in attribute.Constructors)
        {
            if (!Fits(parameters, arguments)) continue;
            if (found is not null) return null;
            found = parameters;
        }

        return found;
    }

    private static bool Fits(ParameterSchema[] parameters, WrittenArgument[] arguments)
    {
        int given = 0;
        for (int at = 0; at < parameters.Length; at++)
        {
            if (ArgumentOf(parameters[at], at, arguments) is not null) given++;
            else if (!parameters[at].IsOptional) return false;
        }

        foreach (WrittenArgument argument in arguments)
        {
            if (argument.Property is null) given--;
        }

        return given == 0;
    }

    private static WrittenArgument? ArgumentOf(ParameterSchema parameter, int position, WrittenArgument[] arguments)
    {
        for (int at = 0; at < arguments.Length; at++)
        {
            WrittenArgument argument = arguments[at];
            if (argument.Property is null && (argument.Parameter is { } name ? name == parameter.Name : at == position)) return argument;
        }

        return null;
    }
}
