using System.Reflection;
using BenchmarkDotNet.Attributes;
using MockCustomers.Benchmarks;

namespace MockCustomers.Population.Tests;

/// <summary>Each benchmark runs once for each of its parameters, so that none can rot; how long it takes is nobody's business here.</summary>
public sealed class BenchmarkTests
{
    public static TheoryData<string> All =>
        [.. typeof(IdBenchmarks).Assembly.GetTypes().Where(type => Bodies(type).Any()).Select(type => type.Name).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(All))]
    public void It_runs(string name)
    {
        var type = typeof(IdBenchmarks).Assembly.GetTypes().Single(type => type.Name == name);
        foreach (var parameters in Combinations([.. type.GetProperties().Where(p => Values(type, p).Length > 0)], type))
        {
            var benchmark = Activator.CreateInstance(type)!;
            foreach (var (property, value) in parameters) property.SetValue(benchmark, Convert.ChangeType(value, property.PropertyType, System.Globalization.CultureInfo.InvariantCulture));
            foreach (var setup in type.GetMethods().Where(m => m.IsDefined(typeof(GlobalSetupAttribute)))) setup.Invoke(benchmark, []);
            foreach (var body in Bodies(type)) Should.NotThrow(() => body.Invoke(benchmark, []), body.Name);
            (benchmark as IDisposable)?.Dispose();
        }
    }

    private static IEnumerable<MethodInfo> Bodies(Type type) => type.GetMethods().Where(method => method.IsDefined(typeof(BenchmarkAttribute)));

    private static object[] Values(Type type, PropertyInfo property)
    {
        if (property.GetCustomAttribute<ParamsAttribute>() is { } listed) return listed.Values!;
        return property.GetCustomAttribute<ParamsSourceAttribute>() is { } source
            ? [.. ((System.Collections.IEnumerable)type.GetProperty(source.Name)!.GetValue(null)!).Cast<object>()] : [];
    }

    private static IEnumerable<List<(PropertyInfo, object)>> Combinations(PropertyInfo[] properties, Type type) =>
        properties.Aggregate(
            (IEnumerable<List<(PropertyInfo, object)>>)[[]],
            (lists, property) => lists.SelectMany(list => Values(type, property).Select(value => new List<(PropertyInfo, object)>(list) { (property, value) })));
}
