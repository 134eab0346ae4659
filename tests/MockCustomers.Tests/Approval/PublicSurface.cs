using System.Reflection;
using System.Text;

namespace MockCustomers.Tests.Approval;

/// <summary>All that an assembly shows, as text: a line a type and a line a member.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared = BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(Word(type)).Append(' ').Append(type.FullName).Append('\n');
            foreach (var member in type.GetMembers(Declared).Where(IsShown).Select(Said).Order(StringComparer.Ordinal).Distinct())
                text.Append("  ").Append(member).Append('\n');
        }

        return text.ToString();
    }

    private static string Word(Type type) => type switch
    {
        { IsInterface: true } => "interface",
        { IsEnum: true } => "enum",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        _ => "class",
    };

    /// <summary>What others can call, without what the compiler makes for every record, property and enum.</summary>
    private static bool IsShown(MemberInfo member) => member switch
    {
        ConstructorInfo made => made.IsPublic || made.IsFamily,
        FieldInfo field => (field.IsPublic || field.IsFamily) && !field.IsSpecialName,
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(a => a.IsPublic || a.IsFamily || a.IsFamilyOrAssembly) && property.Name != "EqualityContract",
        MethodInfo method => (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly) && !IsMade(method),
        _ => false,
    };

    private static bool IsMade(MethodInfo method) =>
        (method.IsSpecialName && !method.Name.StartsWith("op_Implicit", StringComparison.Ordinal))
        || method.Name is "Equals" or "GetHashCode" or "ToString" or "PrintMembers" or "Deconstruct" or "<Clone>$";

    private static string Said(MemberInfo member) => member.ToString()!.Replace("MockCustomers.", "", StringComparison.Ordinal);
}
