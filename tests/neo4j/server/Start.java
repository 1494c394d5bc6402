import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/**
 * A Neo4j server for the tests: HOME (with conf/neo4j.conf) and the process it lives for.
 *
 * Prints «ready PORT», and ends with that process, however it ends; then HOME is deleted.
 */
public class Start {
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]);
        ProcessHandle master = ProcessHandle.of(Long.parseLong(arguments[1])).orElseThrow();
        DatabaseManagementService service = new DatabaseManagementServiceBuilder(home)
                .loadPropertiesFromFile(home.resolve("conf").resolve("neo4j.conf"))
                .build();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            service.shutdown();
            delete(home);
        }));
        GraphDatabaseAPI database = (GraphDatabaseAPI) service.database("neo4j");
        ConnectorPortRegister ports =
                database.getDependencyResolver().resolveDependency(ConnectorPortRegister.class);
        System.out.println("ready " + ports.getLocalAddress(ConnectorType.BOLT).getPort());
        master.onExit().join();
        System.exit(0);
    }

    private static void delete(Path folder) {
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
